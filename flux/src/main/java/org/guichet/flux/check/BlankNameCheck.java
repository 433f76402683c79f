package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** A name isn't made of blanks alone. */
final class BlankNameCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.BLANK_NAME);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    for (Field field : NameFields.ALL) {
      String name = passage.get(field);
      if (name != null && NameFields.blank(name)) {
        complaints.add(FindingCode.BLANK_NAME, field, field.element());
      }
    }
  }
}
