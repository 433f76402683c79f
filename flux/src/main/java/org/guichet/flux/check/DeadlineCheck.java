package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Days;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** Passages are to be deposited within three months, counted from the start of their validity. */
final class DeadlineCheck implements PassageCheck {
  private static final int MONTHS = 3;

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.LATE);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    LocalDate from = Days.day(passage.get(Field.VALID_FROM));
    if (from == null) {
      return;
    }
    LocalDate last = from.plusMonths(MONTHS);
    if (day.isAfter(last)) {
      complaints.add(
          FindingCode.LATE, Field.VALID_FROM, from.toString(), last.toString(), day.toString());
    }
  }
}
