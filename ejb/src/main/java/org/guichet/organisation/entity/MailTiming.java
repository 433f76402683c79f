package org.guichet.organisation.entity;

/** When somebody wants to be written to. */
public enum MailTiming {
  /** At each receipt, with the receipt. */
  EACH,
  /** Once a day, with a table of the day's receipts; not on a day without. */
  DAILY,
  /** At each receipt that says KO of the file or of a passage, with the receipt. */
  KO_ONLY
}
