package org.guichet.organisation.entity;

import org.guichet.lifecycle.Lifecycle;

/** Whether an organisation may come in; see docs/lifecycles.md. */
public enum OrganisationState {
  /** It drops files and reads its receipts. */
  ACTIVE,
  /** What was received before is processed and answered by mail too; nobody gets in. */
  SUSPENDED;

  public static final Lifecycle<OrganisationState> LIFECYCLE =
      Lifecycle.startingAt(ACTIVE).from(ACTIVE, SUSPENDED).from(SUSPENDED, ACTIVE).build();
}
