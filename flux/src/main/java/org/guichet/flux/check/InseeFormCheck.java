package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** The INSEE code of the place of birth is one by its form. */
final class InseeFormCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.INSEE_FORM);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String code = passage.get(Field.BIRTH_INSEE);
    if (code != null && code.length() == Insee.LENGTH && !Insee.isOne(code)) {
      complaints.add(FindingCode.INSEE_FORM, Field.BIRTH_INSEE, code);
    }
  }
}
