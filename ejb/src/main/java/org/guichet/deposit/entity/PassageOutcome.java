package org.guichet.deposit.entity;

/** What becomes of a passage. */
public enum PassageOutcome {
  OK,
  KO
}
