package org.guichet.roster.entity;

/**
 * How many of a profile an import pre-deletes.
 *
 * @param leaving of those
 * @param known imported people of the profile before the import who aren't leaving already
 */
public record Departure(Profile profile, int leaving, int known) {
  private static final int GUARDED_PERCENT = 10;

  /** Whether so many leave that somebody has to type that they mean it. */
  public boolean isGuarded() {
    return (long) leaving * 100 > (long) known * GUARDED_PERCENT;
  }
}
