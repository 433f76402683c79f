package org.guichet.insight.entity;

/**
 * Counts of deposits and of their passages, dry runs and files that take back apart.
 *
 * @param files that were decided
 * @param refused of them, as a whole: their passages count as neither accepted nor rejected
 * @param accepted passages
 * @param rejected passages
 * @param late of the accepted ones, after the legal deadline
 * @param uncounted files of which it isn't known how many passages were late
 */
public record Figures(
    long files, long refused, long accepted, long rejected, long late, long uncounted) {
  public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

  /** Passages that were judged. */
  public long passages() {
    return accepted + rejected;
  }

  public Figures plus(Figures other) {
    return new Figures(
        files + other.files,
        refused + other.refused,
        accepted + other.accepted,
        rejected + other.rejected,
        late + other.late,
        uncounted + other.uncounted);
  }
}
