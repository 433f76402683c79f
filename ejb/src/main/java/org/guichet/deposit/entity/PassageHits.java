package org.guichet.deposit.entity;

import java.util.List;

/**
 * A part of what was found.
 *
 * @param counted how many there are, up to {@value #COUNTED}
 * @param more whether something follows this part
 */
public record PassageHits(List<PassageHit> rows, int counted, boolean more) {
  /** Beyond so many nobody counts. */
  public static final int COUNTED = 1_000;

  public static final PassageHits NONE = new PassageHits(List.of(), 0, false);

  public PassageHits {
    rows = List.copyOf(rows);
  }
}
