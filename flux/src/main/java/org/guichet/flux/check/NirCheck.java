package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** A national number agrees with sex, year and month of birth wherever they are known as well. */
final class NirCheck implements PassageCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.NIR_CONTRADICTS, FindingCode.NIR_MONTH);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    Nir nir = Nir.of(passage.stripped(Field.NIR));
    if (nir == null) {
      return;
    }
    if (nir.impossibleMonth()) {
      complaints.add(FindingCode.NIR_MONTH, Field.NIR, nir.month());
    }
    Birth birth = Birth.of(passage);
    String sex = passage.stripped(Field.SEX);
    if (nir.contradictsSex(sex)) {
      contradiction(complaints, Field.SEX, nir.sex(), sex);
    }
    if (nir.contradictsYear(birth.year())) {
      contradiction(complaints, Field.BIRTH_YEAR, nir.year(), String.valueOf(birth.year()));
    }
    if (nir.contradictsMonth(birth.month())) {
      contradiction(complaints, Field.BIRTH_MONTH, nir.month(), String.valueOf(birth.month()));
    }
  }

  private static void contradiction(
      Complaints complaints, Field with, String inNir, String otherwise) {
    complaints.add(FindingCode.NIR_CONTRADICTS, Field.NIR, with.element(), inNir, otherwise);
  }
}
