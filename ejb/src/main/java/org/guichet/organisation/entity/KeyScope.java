package org.guichet.organisation.entity;

/** What a key of an organisation may be used for. */
public enum KeyScope {
  /** Drop files, trials included. */
  DEPOSIT,
  /** Read and acknowledge receipts. */
  RECEIPTS,
  /** Drop files for the import assistant. */
  IMPORT
}
