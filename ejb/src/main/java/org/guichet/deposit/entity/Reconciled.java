package org.guichet.deposit.entity;

import java.util.List;

/**
 * What a reconciliation found.
 *
 * @param deposits how many it compared
 * @param files of the store, how many it compared
 * @param bytesRead of files that were read through
 * @param mended how many differences are no more
 * @param left how many somebody has to look at
 * @param differences the first of them; as many as mended and left together unless there are too
 *     many to be told one by one
 */
public record Reconciled(
    long deposits,
    long files,
    long bytesRead,
    long mended,
    long left,
    List<Difference> differences) {
  public Reconciled {
    differences = List.copyOf(differences);
  }

  /** How many differences are counted but not told one by one. */
  public long untold() {
    return mended + left - differences.size();
  }
}
