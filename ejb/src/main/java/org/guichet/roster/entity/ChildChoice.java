package org.guichet.roster.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody said that the child of a parent's row is.
 *
 * @param row of the pupil, where the import has one; its person is the one of that row
 * @param person who is known and in no file; null, too: the parent comes without this child
 */
public record ChildChoice(@Nullable RowRef row, @Nullable UUID person) {
  public static final ChildChoice NOBODY = new ChildChoice(null, null);

  public static ChildChoice of(RowRef row) {
    return new ChildChoice(row, null);
  }

  public static ChildChoice of(UUID person) {
    return new ChildChoice(null, person);
  }
}
