package org.guichet.organisation.entity;

/** With what an organisation proves who it is. */
public enum KeyKind {
  /** The private half never leaves the organisation. */
  PUBLIC_KEY,
  /** A technical secret, made by the server for a machine that knows no keys; never a person's. */
  PASSWORD
}
