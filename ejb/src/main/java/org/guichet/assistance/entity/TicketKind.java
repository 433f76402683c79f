package org.guichet.assistance.entity;

/** What somebody asks for. */
public enum TicketKind {
  /** A certifier makes itself known. */
  CERTIFIER,
  /** A depositor makes itself known, with the certifiers that would mandate it. */
  DEPOSITOR,
  /** Somebody wants to administer an organisation that is known. */
  ADMINISTRATOR,
  /** Anything else. */
  OTHER;

  /** Whether accepting it makes an organisation. */
  public boolean asksForAnOrganisation() {
    return this == CERTIFIER || this == DEPOSITOR;
  }

  /** Whether it can be accepted or refused, not only answered. */
  public boolean decidable() {
    return this != OTHER;
  }
}
