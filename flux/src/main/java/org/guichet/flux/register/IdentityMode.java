package org.guichet.flux.register;

/** What a certifier wants done about holders whom its register doesn't know. */
public enum IdentityMode {
  /** Nobody is looked up. */
  OFF,
  /** Passages are taken, with a warning. */
  WARN,
  /** Passages are refused, as the original does. */
  BLOCK
}
