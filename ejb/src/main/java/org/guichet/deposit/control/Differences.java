package org.guichet.deposit.control;

import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.entity.Difference;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.Reconciled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what a reconciliation finds. Counts all, keeps and logs the first thousands. */
public final class Differences {
  private static final Logger log = LoggerFactory.getLogger(Differences.class);
  private static final int MOST_TOLD = 2_000;

  private final List<Difference> told = new ArrayList<>();
  private long mended;
  private long left;
  private long deposits;
  private long files;
  private long bytesRead;

  public void mended(DifferenceKind kind, String about) {
    mended++;
    tell(new Difference(kind, about, true));
  }

  /** Somebody has to look at it. */
  public void left(DifferenceKind kind, String about) {
    left++;
    tell(new Difference(kind, about, false));
  }

  public void compared(long moreDeposits) {
    deposits += moreDeposits;
  }

  public void comparedFile() {
    files++;
  }

  public void read(long bytes) {
    bytesRead += bytes;
  }

  private void tell(Difference difference) {
    if (told.size() < MOST_TOLD) {
      told.add(difference);
      log.warn(
          "DEP-206 difference code={} kind={} about={} mended={}",
          difference.kind().number(),
          difference.kind(),
          difference.about(),
          difference.mended());
    }
  }

  public Reconciled result() {
    return new Reconciled(deposits, files, bytesRead, mended, left, told);
  }
}
