package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** There is a digital score or level where the flag says so, and only there. */
final class DigitalLevelCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.DIGITAL_LEVEL, FindingCode.DIGITAL_LEVEL_DENIED);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String flag = passage.stripped(Field.HAS_DIGITAL_LEVEL);
    boolean some = passage.present(Field.DIGITAL_SCORE) || passage.present(Field.DIGITAL_LEVEL);
    if (Flag.yes(flag) && !some) {
      complaints.add(FindingCode.DIGITAL_LEVEL, Field.HAS_DIGITAL_LEVEL, flag);
    } else if (Flag.no(flag) && some) {
      complaints.add(FindingCode.DIGITAL_LEVEL_DENIED, Field.DIGITAL_LEVELS, flag);
    }
  }
}
