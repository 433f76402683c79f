package org.guichet.flux.check;

import java.util.Set;
import org.guichet.flux.CertificationCheck;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;

/** Who deposits for himself is the certifier, who deposits for another is a trusted third party. */
final class DepositorNatureCheck implements CertificationCheck {
  private static final String CERTIFIER = "CERTIFICATEUR";
  private static final String THIRD_PARTY = "TIERS_CONFIANCE";

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.DEPOSITOR_NATURE, FindingCode.NO_DEPOSITOR_NATURE);
  }

  @Override
  public void check(Fields certification, FluxHeader header, Complaints complaints) {
    String issuer = header.issuer();
    String certifier = header.certifier();
    if (issuer == null || certifier == null) {
      return;
    }
    String fit = issuer.equals(certifier) ? CERTIFIER : THIRD_PARTY;
    String nature = certification.get(Field.DEPOSITOR_NATURE);
    if (!certification.present(Field.DEPOSITOR_NATURE)) {
      complaints.add(
          FindingCode.NO_DEPOSITOR_NATURE, Field.DEPOSITOR_NATURE, issuer, certifier, fit);
    } else if (nature != null
        && !nature.equals(fit)
        && (nature.equals(CERTIFIER) || nature.equals(THIRD_PARTY))) {
      complaints.add(
          FindingCode.DEPOSITOR_NATURE, Field.DEPOSITOR_NATURE, nature, issuer, certifier, fit);
    }
  }
}
