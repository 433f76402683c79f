package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Days;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** People enrol on the day of the certification at the latest. */
final class EnrolmentCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.ENROLLED_AFTER);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    LocalDate enrolled = Days.day(passage.get(Field.ENROLLED_ON));
    LocalDate certified = Days.day(passage.get(Field.VALID_FROM));
    if (enrolled != null && certified != null && enrolled.isAfter(certified)) {
      complaints.add(
          FindingCode.ENROLLED_AFTER, Field.ENROLLED_ON, enrolled.toString(), certified.toString());
    }
  }
}
