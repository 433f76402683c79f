package org.guichet.platform.entity;

/**
 * Which part of a list is wanted.
 *
 * @param first index of its first row, from 0
 * @param size how many rows at most, 1 to {@value #LARGEST}
 */
public record PageRequest(int first, int size) {
  public static final int LARGEST = 500;

  public PageRequest {
    if (first < 0 || size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("No such page: first=" + first + " size=" + size);
    }
  }

  /** The largest part that begins at {@code first}. */
  public static PageRequest from(int first) {
    return new PageRequest(first, LARGEST);
  }
}
