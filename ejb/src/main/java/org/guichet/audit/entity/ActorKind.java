package org.guichet.audit.entity;

/** Who did something, by kind. */
public enum ActorKind {
  SYSTEM,
  KEY,
  PERSON,
  VISITOR
}
