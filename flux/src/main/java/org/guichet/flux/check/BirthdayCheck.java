package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** The day of birth is one of the calendar. */
final class BirthdayCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.NO_SUCH_BIRTHDAY);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    Birth birth = Birth.of(passage);
    if (birth.noSuchDay()) {
      complaints.add(
          FindingCode.NO_SUCH_BIRTHDAY,
          Field.BIRTH_DAY,
          String.valueOf(birth.year()),
          String.valueOf(birth.month()),
          String.valueOf(birth.day()));
    }
  }
}
