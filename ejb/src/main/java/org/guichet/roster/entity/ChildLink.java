package org.guichet.roster.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child of a row's person.
 *
 * @param row of the child, null when it is in no file of the import
 * @param person null when the import makes the child first
 */
public record ChildLink(@Nullable RowRef row, @Nullable UUID person, String shown) {}
