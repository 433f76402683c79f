package org.guichet.roster.entity;

/**
 * Somebody who may be the child of a parent's row.
 *
 * @param choice what choosing them says
 * @param birthDate empty when it isn't known
 * @param classes labels, parted by commas
 */
public record ChildCandidate(
    ChildChoice choice,
    String lastName,
    String firstName,
    String birthDate,
    String classes,
    String login) {}
