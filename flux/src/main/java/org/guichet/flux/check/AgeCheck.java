package org.guichet.flux.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Days;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** Who is certified was born before, and is neither a small child nor older than people get. */
final class AgeCheck implements PassageCheck {
  private static final int YOUNGEST = 10;
  private static final int OLDEST = 110;

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.BORN_AFTER, FindingCode.IMPLAUSIBLE_AGE);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    LocalDate certified = Days.day(passage.get(Field.VALID_FROM));
    Birth birth = Birth.of(passage);
    if (certified == null || !birth.known()) {
      return;
    }
    LocalDate earliest = birth.earliest();
    if (earliest.isAfter(certified)) {
      complaints.add(
          FindingCode.BORN_AFTER, Field.BIRTH_YEAR, birth.toString(), certified.toString());
      return;
    }
    // Of a day that isn't known, the one that speaks for the file.
    long oldest = ChronoUnit.YEARS.between(earliest, certified);
    long youngest = ChronoUnit.YEARS.between(birth.latest(), certified);
    if (oldest < YOUNGEST || youngest > OLDEST) {
      complaints.add(
          FindingCode.IMPLAUSIBLE_AGE,
          Field.BIRTH_YEAR,
          String.valueOf(oldest < YOUNGEST ? oldest : youngest),
          birth.toString(),
          certified.toString());
    }
  }
}
