package org.guichet.flux.analysis;

/** How a certifier wants files with schema findings to be taken. */
public enum Mode {
  /** One schema finding that blocks refuses the whole file, wherever it is met. */
  STRICT,
  /** A schema finding within a passage refuses that passage alone. */
  BY_PASSAGE
}
