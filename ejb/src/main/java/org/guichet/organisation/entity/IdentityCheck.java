package org.guichet.organisation.entity;

/** What a certifier wants done about holders whom its register of people doesn't know. */
public enum IdentityCheck {
  /** Nobody is looked up. */
  OFF,
  /** Their passages are taken, with a warning. */
  WARN,
  /** Their passages are refused. */
  BLOCK
}
