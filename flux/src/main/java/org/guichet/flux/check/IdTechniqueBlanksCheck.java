package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** No blanks around an idTechnique: they belong to it, and nobody sees them. */
final class IdTechniqueBlanksCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.BLANKS_AROUND_ID);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String id = passage.get(Field.ID_TECHNIQUE);
    if (id != null
        && (NameFields.blank(id.charAt(0)) || NameFields.blank(id.charAt(id.length() - 1)))) {
      complaints.add(FindingCode.BLANKS_AROUND_ID, Field.ID_TECHNIQUE, NameFields.stripped(id));
    }
  }
}
