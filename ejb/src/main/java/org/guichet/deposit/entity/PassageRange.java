package org.guichet.deposit.entity;

/**
 * Passages one after another: what one transaction changes.
 *
 * @param first position of the first one, from 1
 * @param last position of the last one
 */
public record PassageRange(int first, int last) {
  public static final int SIZE = 5_000;

  /** The range that follows this position. */
  public static PassageRange after(int position) {
    return new PassageRange(position + 1, position + SIZE);
  }
}
