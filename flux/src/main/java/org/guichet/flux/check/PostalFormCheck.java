package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/**
 * The postal code of the place of birth isn't 00000, and in France it has five digits. Of the codes
 * of other countries nothing is known.
 */
final class PostalFormCheck implements PassageCheck {
  private static final int LENGTH = 5;

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.POSTAL_FORM);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    String code = passage.get(Field.BIRTH_POSTAL);
    if (code != null && !possible(code.strip(), passage)) {
      complaints.add(FindingCode.POSTAL_FORM, Field.BIRTH_POSTAL, code);
    }
  }

  private static boolean possible(String code, Fields passage) {
    return isOne(code) || (!code.equals("00000") && BirthCountry.abroad(passage));
  }

  static boolean isOne(String code) {
    return code.length() == LENGTH && Digits.only(code) && !code.equals("00000");
  }
}
