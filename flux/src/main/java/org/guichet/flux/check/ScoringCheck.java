package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** Who passed by scoring has a score. */
final class ScoringCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.NO_SCORE);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String by = passage.get(Field.OBTAINED_BY);
    if (by != null
        && by.equals("PAR_SCORING")
        && passage.present(Field.SCORING)
        && passage.stripped(Field.SCORING).isEmpty()) {
      complaints.add(FindingCode.NO_SCORE, Field.SCORING);
    }
  }
}
