package org.guichet.rights;

/** Whose organisation a call is about, seen from the caller. */
public enum Target {
  /** The caller's own. */
  OWN,
  /** One that the caller's own gave a mandate. */
  DEPOSITOR,
  /** One that gave the caller's own a mandate. */
  CERTIFIER,
  /** One that the caller has nothing to do with. */
  OTHER,
  /** The caller's own, which is suspended. */
  SUSPENDED
}
