package org.guichet.flux;

/** How far a finding reaches. */
public enum Severity {
  /** The file is refused. */
  FILE,
  /** All passages of the certification are refused; in strict mode the file is. */
  CERTIFICATION,
  /** The passage is refused; in strict mode a schema finding refuses the file all the same. */
  PASSAGE,
  WARNING
}
