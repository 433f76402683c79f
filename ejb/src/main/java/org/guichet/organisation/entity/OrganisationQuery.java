package org.guichet.organisation.entity;

/**
 * Which organisations are wanted, and in which order; whatever the order, equals are by matricule.
 *
 * @param text what matricule or name holds, in any case of letters; empty: all of them
 */
public record OrganisationQuery(String text, Order order, boolean descending) {
  /** By what a list is in order. */
  public enum Order {
    MATRICULE,
    NAME,
    CREATED
  }
}
