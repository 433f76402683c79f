package org.guichet.account.entity;

import org.guichet.lifecycle.Lifecycle;

/** Whether an account may be used; see docs/lifecycles.md. */
public enum AccountState {
  /** Made, and its person hasn't followed the activation link yet. */
  PENDING,
  /** Its person signs in with it. */
  ACTIVE,
  /** Nobody signs in with it, until somebody enables it again. */
  DISABLED,
  /** To be erased after 90 days; restorable until then. */
  DELETED;

  public static final Lifecycle<AccountState> LIFECYCLE =
      Lifecycle.startingAt(PENDING)
          .from(PENDING, ACTIVE, DELETED)
          .from(ACTIVE, DISABLED, DELETED)
          .from(DISABLED, ACTIVE, DELETED)
          .from(DELETED, PENDING, ACTIVE, DISABLED)
          .build();
}
