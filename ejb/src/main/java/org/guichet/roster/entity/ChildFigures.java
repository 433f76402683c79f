package org.guichet.roster.entity;

/**
 * The children that parents' rows name, in figures.
 *
 * @param named by all rows that are imported
 * @param missing of those: not found, not clear, or not imported themselves
 * @param alone rows of parents none of whose named children is linked
 */
public record ChildFigures(int named, int missing, int alone) {
  public static final ChildFigures NONE = new ChildFigures(0, 0, 0);

  private static final int GUARDED_PERCENT = 10;

  /** Whether so much is missing that somebody has to look: a parent alone, or a part of many. */
  public boolean isGuarded() {
    return alone > 0 || (long) missing * 100 > (long) named * GUARDED_PERCENT;
  }
}
