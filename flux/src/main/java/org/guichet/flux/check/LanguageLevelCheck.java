package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** There is a language level where the flag says so, and only there. */
final class LanguageLevelCheck implements PassageCheck {
  /** No level at all, which a flag that says so doesn't contradict. */
  private static final String NONE_REACHED = "INSUFFISANT";

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.LANGUAGE_LEVEL, FindingCode.LANGUAGE_LEVEL_DENIED);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String flag = passage.stripped(Field.HAS_LANGUAGE_LEVEL);
    if (Flag.yes(flag) && !passage.present(Field.LANGUAGE_LEVEL)) {
      complaints.add(FindingCode.LANGUAGE_LEVEL, Field.HAS_LANGUAGE_LEVEL, flag);
    }
    String level = passage.get(Field.LANGUAGE_LEVEL);
    if (Flag.no(flag) && level != null && !level.equals(NONE_REACHED)) {
      complaints.add(FindingCode.LANGUAGE_LEVEL_DENIED, Field.LANGUAGE_LEVEL, flag, level);
    }
  }
}
