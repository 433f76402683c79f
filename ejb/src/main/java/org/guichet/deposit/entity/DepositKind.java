package org.guichet.deposit.entity;

/** Whether a drop counts. */
public enum DepositKind {
  REAL,
  /** Checked and answered alike, marked ESSAI; nothing is kept. */
  TRIAL
}
