package org.guichet.deposit.entity;

/** Which passages of a correction are shown. */
public enum CorrectionShow {
  ALL,
  /** Those that would still be refused. */
  FAULTY,
  /** Those that would be accepted. */
  READY,
  /** Those that somebody wants not to be dropped again. */
  LEFT_OUT
}
