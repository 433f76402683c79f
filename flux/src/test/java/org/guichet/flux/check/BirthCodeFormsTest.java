package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthCodeFormsTest {
  private static FieldsOf with(Field field, String value) {
    return FieldsOf.none().with(field, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "75056", "01001", "2A004", "2B033", "2a004", "20004", "97411", "98818", "99109", "91352",
        "96001", "7505", "750566"
      })
  void takesFormsOfInseeCodesAndLeavesTheirLengthToTheSchema(String code) {
    assertThat(Judged.by(new InseeFormCheck(), with(Field.BIRTH_INSEE, code))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00123", "00000", "2C004", "A2004", "7505X", "75 56", "PARIS", " 7505", "7505٣"})
  void refusesWhatCanBeNoInseeCode(String code) {
    assertThat(Judged.by(new InseeFormCheck(), with(Field.BIRTH_INSEE, code)))
        .containsExactly("INSEE_FORM at BIRTH_INSEE [" + code + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"75012", "01400", " 20000 ", "98000", "00100"})
  void takesPostalCodesOfFiveDigits(String code) {
    assertThat(Judged.by(new PostalFormCheck(), with(Field.BIRTH_POSTAL, code))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000", "7501", "750123", "F-75012", "2A004", "SW1A 1AA"})
  void refusesOtherPostalCodesInFrance(String code) {
    String complaint = "POSTAL_FORM at BIRTH_POSTAL [" + code + "]";
    assertThat(Judged.by(new PostalFormCheck(), with(Field.BIRTH_POSTAL, code)))
        .containsExactly(complaint);
    assertThat(
            Judged.by(
                new PostalFormCheck(),
                with(Field.BIRTH_POSTAL, code).with(Field.BIRTH_COUNTRY, "100")))
        .containsExactly(complaint);
  }

  @Test
  void takesAnyPostalCodeAbroadButZeros() {
    assertThat(
            Judged.by(
                new PostalFormCheck(),
                with(Field.BIRTH_POSTAL, "SW1A 1AA").with(Field.BIRTH_COUNTRY, "132")))
        .isEmpty();
    assertThat(
            Judged.by(
                new PostalFormCheck(),
                with(Field.BIRTH_POSTAL, "1000").with(Field.BIRTH_COUNTRY_NAME, "Belgique")))
        .isEmpty();
    assertThat(
            Judged.by(
                new PostalFormCheck(),
                with(Field.BIRTH_POSTAL, "00000").with(Field.BIRTH_COUNTRY, "132")))
        .containsExactly("POSTAL_FORM at BIRTH_POSTAL [00000]");
  }

  @Test
  void takesPostalCodesThatAreNil() {
    assertThat(Judged.by(new PostalFormCheck(), FieldsOf.none().without(Field.BIRTH_POSTAL)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "109", "352", "990", "99109", ""})
  void takesEndsOfInseeCodesOfCountriesAndLeavesTheirLengthToTheSchema(String code) {
    assertThat(Judged.by(new CountryCodeCheck(), with(Field.BIRTH_COUNTRY, code))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FRA", "10 ", "033", "1O0", " FR"})
  void warnsOfOtherCountries(String code) {
    assertThat(Judged.by(new CountryCodeCheck(), with(Field.BIRTH_COUNTRY, code)))
        .containsExactly("COUNTRY_CODE at BIRTH_COUNTRY [" + code + "]");
  }
}
