package org.guichet.roster.entity;

/** Whether somebody can sign in. */
public enum PersonAccess {
  /** Has neither account nor a slip that works. */
  NONE,
  /** Has a slip whose code still works. */
  SLIP,
  /** Has an account. */
  ACCOUNT
}
