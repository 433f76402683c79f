package org.guichet.flux.check;

import java.util.Set;
import org.guichet.flux.CertificationCheck;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;

/** The type of a certification is one of the two directories in use. */
final class CertificationTypeCheck implements CertificationCheck {
  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.CERTIFICATION_TYPE);
  }

  @Override
  public void check(Fields certification, FluxHeader header, Complaints complaints) {
    String type = certification.get(Field.CERTIFICATION_TYPE);
    if (type != null && !type.equals("RNCP") && !type.equals("RS")) {
      complaints.add(FindingCode.CERTIFICATION_TYPE, Field.CERTIFICATION_TYPE, type);
    }
  }
}
