package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** The data are certified. */
final class CertifiedDataCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.NOT_CERTIFIED);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String flag = passage.stripped(Field.CERTIFIED_DATA);
    if (Flag.no(flag)) {
      complaints.add(FindingCode.NOT_CERTIFIED, Field.CERTIFIED_DATA, flag);
    }
  }
}
