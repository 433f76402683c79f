package org.guichet.roster.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a row.
 *
 * @param person whom the row is, for {@link Kind#SAME_PERSON}; null for the others
 */
public record RowChoice(Kind kind, @Nullable UUID person) {
  /** What was decided. */
  public enum Kind {
    /** The row is this known person. */
    SAME_PERSON,
    /** The row is nobody who is known, and nobody of another row. */
    NEW_PERSON,
    /** The row isn't imported. */
    LEFT_OUT
  }

  public static RowChoice same(UUID person) {
    return new RowChoice(Kind.SAME_PERSON, person);
  }

  public static RowChoice newPerson() {
    return new RowChoice(Kind.NEW_PERSON, null);
  }

  public static RowChoice leftOut() {
    return new RowChoice(Kind.LEFT_OUT, null);
  }
}
