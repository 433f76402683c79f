package org.guichet.roster.entity;

/**
 * A value that an import changes.
 *
 * @param before empty when there was none
 */
public record FieldChange(RosterField field, String before, String after) {}
