package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/** The country of birth is given by the last three digits of its INSEE code. */
final class CountryCodeCheck implements PassageCheck {
  private static final int LENGTH = 3;

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.COUNTRY_CODE);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String code = passage.get(Field.BIRTH_COUNTRY);
    if (code != null && code.length() == LENGTH && !BirthCountry.isCode(code)) {
      complaints.add(FindingCode.COUNTRY_CODE, Field.BIRTH_COUNTRY, code);
    }
  }
}
