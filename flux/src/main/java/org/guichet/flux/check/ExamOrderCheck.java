package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Days;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** The exam ends on the day it starts, or later. */
final class ExamOrderCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.EXAM_ORDER);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    LocalDate from = Days.day(passage.get(Field.EXAM_FROM));
    LocalDate to = Days.day(passage.get(Field.EXAM_TO));
    if (from != null && to != null && to.isBefore(from)) {
      complaints.add(FindingCode.EXAM_ORDER, Field.EXAM_TO, from.toString(), to.toString());
    }
  }
}
