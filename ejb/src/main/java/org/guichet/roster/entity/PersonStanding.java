package org.guichet.roster.entity;

/** Whether somebody stays. */
public enum PersonStanding {
  ACTIVE,
  /** Pre-deleted: there until the last day, then erased. */
  LEAVING
}
