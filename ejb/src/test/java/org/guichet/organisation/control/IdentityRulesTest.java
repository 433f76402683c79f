package org.guichet.organisation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.junit.jupiter.api.Test;

class IdentityRulesTest {
  private static OrganisationIdentity identity(String siret, String uai, String ide) {
    return new OrganisationIdentity(
        Optional.of(" Institut Vauclair SAS "),
        Optional.of("  "),
        Optional.of(siret),
        Optional.of(uai),
        Optional.of(ide));
  }

  @Test
  void takesNumbersWhoseCheckDigitsAreRightHoweverTheyAreSpaced() {
    OrganisationIdentity tidy =
        IdentityRules.tidy(identity("732 829 320\u00a000074", "0750652b", " che-115.308.306"));
    assertThat(IdentityRules.mistakes(tidy)).isEmpty();
    assertThat(tidy.legalName()).contains("Institut Vauclair SAS");
    assertThat(tidy.seat()).isEmpty();
    assertThat(tidy.siret()).contains("73282932000074");
    assertThat(tidy.ide()).contains("CHE-115.308.306");
  }

  @Test
  void refusesOneWrongDigit() {
    assertThat(
            IdentityRules.mistakes(
                IdentityRules.tidy(identity("73282932000075", "0750652C", "CHE-115.308.307"))))
        .extracting(Mistake::code)
        .containsExactly(
            Mistake.Code.SIRET_MALFORMED, Mistake.Code.UAI_MALFORMED, Mistake.Code.IDE_MALFORMED);
  }

  @Test
  void knowsThatThePostOfficesCountOtherwise() {
    assertThat(IdentityRules.isSiret("35600000000048")).isTrue();
    assertThat(IdentityRules.isSiret("35600000049837")).isTrue();
    assertThat(IdentityRules.isSiret("35600000049838")).isFalse();
  }

  @Test
  void keepsWhatIsntSaid() {
    OrganisationIdentity known =
        OrganisationIdentity.UNKNOWN.with(identity("73282932000074", "0750652B", "x"));
    assertThat(known.with(OrganisationIdentity.UNKNOWN)).isEqualTo(known);
  }
}
