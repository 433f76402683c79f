package org.guichet.roster.entity;

import java.util.Map;

/**
 * What people said columns mean.
 *
 * @param chosen for this file, by the column's place from 0
 * @param remembered of files before, by the header in its normal form
 */
public record HeadingWishes(Map<Integer, RosterField> chosen, Map<String, RosterField> remembered) {
  public static final HeadingWishes NONE = new HeadingWishes(Map.of(), Map.of());

  public HeadingWishes {
    chosen = Map.copyOf(chosen);
    remembered = Map.copyOf(remembered);
  }
}
