package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificationChecksTest {
  private static final FluxHeader OWN = header("77ZZZ001", "77ZZZ001");
  private static final FluxHeader FOR_ANOTHER = header("77ZZZ002", "77ZZZ001");

  private static FluxHeader header(@Nullable String issuer, @Nullable String certifier) {
    return new FluxHeader("F-1", FluxAction.CREATION, issuer, certifier, "MCFCER990001");
  }

  private static FieldsOf certification(String type, String code) {
    return FieldsOf.none()
        .with(Field.CERTIFICATION_TYPE, type)
        .with(Field.CERTIFICATION_CODE, code);
  }

  private static FieldsOf nature(String nature) {
    return FieldsOf.none().with(Field.DEPOSITOR_NATURE, nature);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RNCP", "RS"})
  void knowsTheTwoDirectories(String type) {
    assertThat(Judged.by(new CertificationTypeCheck(), OWN, certification(type, "X"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLEA", "rncp", "RNCP ", " RS"})
  void warnsOfOtherTypes(String type) {
    assertThat(Judged.by(new CertificationTypeCheck(), OWN, certification(type, "RNCP1")))
        .containsExactly("CERTIFICATION_TYPE at CERTIFICATION_TYPE [" + type + "]");
    // Of a type that nobody knows, nobody knows the prefix.
    assertThat(Judged.by(new CertificationCodeCheck(), OWN, certification(type, "RNCP1")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"RNCP,RNCP1", "RNCP,RNCP34126", "RS,RS5"})
  void takesTheCodeThatIsTypeAndNumber(String type, String code) {
    assertThat(Judged.by(new CertificationCodeCheck(), OWN, certification(type, code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "RNCP,34126",
        "RNCP,RNCP",
        "RNCP,RS34126",
        "RS,RNCP5",
        "RS,RS 5",
        "RS,rs5",
        "RS,RS5 ",
        "RNCP,RNCP-1",
        "RNCP,RNCP٣"
      })
  void warnsOfACodeThatIsNot(String type, String code) {
    assertThat(Judged.by(new CertificationCodeCheck(), OWN, certification(type, code)))
        .containsExactly("CERTIFICATION_CODE at CERTIFICATION_CODE [" + code + ", " + type + "]");
  }

  @Test
  void saysNothingOfTypesAndCodesThatTheSchemaMisses() {
    assertThat(Judged.by(new CertificationTypeCheck(), OWN, FieldsOf.none())).isEmpty();
    assertThat(Judged.by(new CertificationCodeCheck(), OWN, FieldsOf.none())).isEmpty();
  }

  @Test
  void takesTheNatureThatFitsIssuerAndCertifier() {
    assertThat(Judged.by(new DepositorNatureCheck(), OWN, nature("CERTIFICATEUR"))).isEmpty();
    assertThat(Judged.by(new DepositorNatureCheck(), FOR_ANOTHER, nature("TIERS_CONFIANCE")))
        .isEmpty();
  }

  @Test
  void warnsOfTheOtherNature() {
    assertThat(Judged.by(new DepositorNatureCheck(), OWN, nature("TIERS_CONFIANCE")))
        .containsExactly(
            "DEPOSITOR_NATURE at DEPOSITOR_NATURE"
                + " [TIERS_CONFIANCE, 77ZZZ001, 77ZZZ001, CERTIFICATEUR]");
    assertThat(Judged.by(new DepositorNatureCheck(), FOR_ANOTHER, nature("CERTIFICATEUR")))
        .containsExactly(
            "DEPOSITOR_NATURE at DEPOSITOR_NATURE"
                + " [CERTIFICATEUR, 77ZZZ002, 77ZZZ001, TIERS_CONFIANCE]");
  }

  @Test
  void warnsOfAMissingNatureAndSaysTheOneThatFits() {
    assertThat(Judged.by(new DepositorNatureCheck(), FOR_ANOTHER, FieldsOf.none()))
        .containsExactly(
            "NO_DEPOSITOR_NATURE at DEPOSITOR_NATURE [77ZZZ002, 77ZZZ001, TIERS_CONFIANCE]");
  }

  @Test
  void leavesNaturesThatAreNoneToTheSchema() {
    assertThat(Judged.by(new DepositorNatureCheck(), OWN, nature("DEPOSANT"))).isEmpty();
    assertThat(
            Judged.by(
                new DepositorNatureCheck(), OWN, FieldsOf.none().without(Field.DEPOSITOR_NATURE)))
        .isEmpty();
  }

  @Test
  void judgesNoNatureWhileIssuerOrCertifierIsUnknown() {
    assertThat(
            Judged.by(
                new DepositorNatureCheck(), header(null, "77ZZZ001"), nature("CERTIFICATEUR")))
        .isEmpty();
    assertThat(Judged.by(new DepositorNatureCheck(), header("77ZZZ001", null), FieldsOf.none()))
        .isEmpty();
  }
}
