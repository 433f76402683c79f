package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Days;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** The validity starts on the day of the deposit at the latest. */
final class ValidFromFutureCheck implements PassageCheck {
  /** Where the depositor is, it may be tomorrow already. */
  private static final int DAYS_TOLERATED = 1;

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.VALID_FROM_FUTURE);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    LocalDate from = Days.day(passage.get(Field.VALID_FROM));
    if (from != null && from.toEpochDay() > day.toEpochDay() + DAYS_TOLERATED) {
      complaints.add(
          FindingCode.VALID_FROM_FUTURE, Field.VALID_FROM, from.toString(), day.toString());
    }
  }
}
