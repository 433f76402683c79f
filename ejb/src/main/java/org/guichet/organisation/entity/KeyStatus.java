package org.guichet.organisation.entity;

/** What a key is worth now; worked out from its times. */
public enum KeyStatus {
  GOOD,
  EXPIRED,
  STOPPED
}
