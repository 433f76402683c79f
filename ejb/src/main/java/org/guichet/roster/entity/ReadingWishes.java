package org.guichet.roster.entity;

import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a file to be read; what is null is guessed.
 *
 * @param headerLine line on which the header begins, from 1
 */
public record ReadingWishes(
    @Nullable String charset, @Nullable Character separator, @Nullable Long headerLine) {
  public static final ReadingWishes NONE = new ReadingWishes(null, null, null);
}
