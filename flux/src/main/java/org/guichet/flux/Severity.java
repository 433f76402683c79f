package org.guichet.flux;

/** How far a finding reaches. */
public enum Severity {
  /** The file is refused. */
  FILE,
  /** The passage is refused; in strict mode a schema finding refuses the file all the same. */
  PASSAGE,
  WARNING
}
