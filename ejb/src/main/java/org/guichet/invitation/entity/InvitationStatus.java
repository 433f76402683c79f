package org.guichet.invitation.entity;

/** Where an invitation code stands. Worded by {@code invitation.status.<name>}. */
public enum InvitationStatus {
  /** It can be redeemed. */
  VALID,
  USED,
  DEACTIVATED,
  /** Its last day is over. */
  EXPIRED
}
