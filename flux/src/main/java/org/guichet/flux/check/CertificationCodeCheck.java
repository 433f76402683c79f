package org.guichet.flux.check;

import java.util.Set;
import org.guichet.flux.CertificationCheck;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;

/** The code of a certification is its type and a number; of unknown types nothing is known. */
final class CertificationCodeCheck implements CertificationCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.CERTIFICATION_CODE);
  }

  @Override
  public void check(Fields certification, FluxHeader header, Complaints complaints) {
    String type = certification.get(Field.CERTIFICATION_TYPE);
    String code = certification.get(Field.CERTIFICATION_CODE);
    if (type == null || code == null || !(type.equals("RNCP") || type.equals("RS"))) {
      return;
    }
    if (!code.startsWith(type) || !Digits.only(code, type.length())) {
      complaints.add(FindingCode.CERTIFICATION_CODE, Field.CERTIFICATION_CODE, code, type);
    }
  }
}
