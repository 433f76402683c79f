package org.guichet.flux;

import org.jspecify.annotations.Nullable;

/**
 * A certification of a file, without its passages.
 *
 * @param number which one of the file, from 1
 * @param fault the first thing that is wrong with it, outside of its passages; null when nothing is
 */
public record Certification(
    int number, @Nullable String type, @Nullable String code, @Nullable Finding fault) {

  /** A certification with which nothing is wrong. */
  public Certification(int number, @Nullable String type, @Nullable String code) {
    this(number, type, code, null);
  }
}
