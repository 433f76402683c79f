package org.guichet.assistance.entity;

/** As whom somebody looks at a request. */
public enum TicketRole {
  /** Runs the portal. */
  OPERATOR,
  /** Administers the organisation that is to answer. */
  ADMINISTRATOR,
  /** Asked for it. */
  ASKER
}
