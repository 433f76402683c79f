package org.guichet.deposit.entity;

/** How far a reconciliation looks. */
public enum ReconciliationScope {
  /** What a dead run may have left: the spool, lanes, and the newest deposits. Seconds. */
  RECENT,
  /** Every row and every file, files by name and size. */
  EVERYTHING,
  /** Every row and every file, and the bytes of a share of the files, another one each night. */
  NIGHTLY,
  /** Every row, and the bytes of every file. As long as the disk takes to read all. */
  DEEP
}
