package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthPlaceCheckTest {
  private static FieldsOf insee(String code, String year) {
    return FieldsOf.none().with(Field.BIRTH_YEAR, year).with(Field.BIRTH_INSEE, code);
  }

  private static FieldsOf postal(String code) {
    return FieldsOf.none().with(Field.BIRTH_YEAR, "1985").with(Field.BIRTH_POSTAL, code);
  }

  private static List<String> judged(FieldsOf passage) {
    return Judged.by(new BirthPlaceCheck(), passage);
  }

  @ParameterizedTest
  @CsvSource({
    "75056, PARIS, 1985",
    "75120, Paris 20e, 1985",
    "69381, LYON, 1985",
    "13216, MARSEILLE 16, 1985",
    "2A004, AJACCIO, 1960", // of today, also for births before
    "20004, AJACCIO, 1975",
    "2B033, BASTIA, 1976",
    "78357, ANYTHING, 1985",
    "97411, SAINT DENIS, 1985",
    "98818, NOUMEA, 1985"
  })
  void takesACodeWithItsTownInFrance(String code, String town, String year) {
    assertThat(judged(insee(code, year).with(Field.BIRTH_TOWN, town))).isEmpty();
    assertThat(
            judged(
                insee(code, year)
                    .with(Field.BIRTH_TOWN, town)
                    .with(Field.BIRTH_COUNTRY, "100")
                    .with(Field.BIRTH_COUNTRY_NAME, "France")))
        .isEmpty();
  }

  @Test
  void anInseeCodeNeedsNoTown() {
    assertThat(judged(insee("75056", "1985"))).isEmpty();
    assertThat(judged(insee("75056", "1985").with(Field.BIRTH_TOWN, " "))).isEmpty();
  }

  @Test
  void warnsOfACodeOfAnotherTownAndSaysWhatWouldFit() {
    assertThat(judged(insee("75056", "1985").with(Field.BIRTH_TOWN, "LYON")))
        .containsExactly("BIRTH_PLACE at BIRTH_INSEE [75056, Paris, LYON,  (69123)]");
    assertThat(judged(insee("75056", "1985").with(Field.BIRTH_TOWN, "NULLE PART")))
        .containsExactly("BIRTH_PLACE at BIRTH_INSEE [75056, Paris, NULLE PART, ]");
  }

  @ParameterizedTest
  @CsvSource({"75121, PARIS, (75056)", "2a004, AJACCIO, (2A004)", "98000, NULLE PART, ''"})
  void warnsOfCodesThatTheDataDoNotKnow(String code, String town, String fits) {
    assertThat(judged(insee(code, "1985").with(Field.BIRTH_TOWN, town)))
        .containsExactly(
            "BIRTH_PLACE_UNKNOWN at BIRTH_INSEE [%s, %s]"
                .formatted(code, fits.isEmpty() ? "" : " " + fits));
  }

  @Test
  void corsicanCodesOf20EndWith1975() {
    assertThat(judged(insee("20004", "1975"))).isEmpty();
    assertThat(judged(insee("20004", "1976")))
        .containsExactly("INSEE_NOT_AT_BIRTH at BIRTH_INSEE [20004, 1976, 1976, 2A004]");
    assertThat(judged(FieldsOf.none().with(Field.BIRTH_INSEE, "20004"))).isEmpty();
  }

  @Test
  void codesOfSeineAndSeineEtOiseEndWith1967() {
    assertThat(judged(insee("78001", "1967"))).isEmpty();
    assertThat(judged(insee("78001", "1968")))
        .containsExactly("INSEE_NOT_AT_BIRTH at BIRTH_INSEE [78001, 1968, 1968, 91001]");
    // Given up within its department: nobody says when.
    assertThat(judged(insee("78357", "1990"))).isEmpty();
  }

  @Test
  void departmentsFrom91OnWereOverseasOnce() {
    assertThat(
            judged(
                insee("92050", "1955")
                    .with(Field.BIRTH_TOWN, "ORAN")
                    .with(Field.BIRTH_COUNTRY, "352")
                    .with(Field.BIRTH_COUNTRY_NAME, "ALGERIE")))
        .isEmpty();
    assertThat(judged(insee("92050", "1955").with(Field.BIRTH_TOWN, "ORAN"))).isEmpty();
    assertThat(judged(insee("92050", "1955").with(Field.BIRTH_COUNTRY_NAME, "ALGERIE"))).isEmpty();
    assertThat(judged(insee("96001", "1950").with(Field.BIRTH_TOWN, "TUNIS")))
        .containsExactly("BIRTH_PLACE_UNKNOWN at BIRTH_INSEE [96001, ]");
    assertThat(judged(insee("92050", "1964").with(Field.BIRTH_TOWN, "ORAN")))
        .containsExactly("BIRTH_PLACE at BIRTH_INSEE [92050, Nanterre, ORAN, ]");
    assertThat(judged(insee("92050", "1955").with(Field.BIRTH_COUNTRY, "109")))
        .containsExactly("INSEE_AND_COUNTRY at BIRTH_INSEE [92050, 109, 100]");
  }

  @Test
  void takesCountryAndTownAbroad() {
    assertThat(
            judged(
                insee("99109", "1985")
                    .with(Field.BIRTH_COUNTRY, "109")
                    .with(Field.BIRTH_COUNTRY_NAME, "ALLEMAGNE")
                    .with(Field.BIRTH_TOWN, "BERLIN")))
        .isEmpty();
    assertThat(
            judged(
                FieldsOf.none()
                    .without(Field.BIRTH_POSTAL)
                    .with(Field.BIRTH_COUNTRY, "109")
                    .with(Field.BIRTH_TOWN, "BERLIN")))
        .isEmpty();
  }

  @Test
  void warnsOfCodesAndCountriesThatDisagree() {
    assertThat(
            judged(
                insee("99109", "1985")
                    .with(Field.BIRTH_COUNTRY, "131")
                    .with(Field.BIRTH_TOWN, "BERLIN")))
        .containsExactly("INSEE_AND_COUNTRY at BIRTH_INSEE [99109, 131, 109]");
    assertThat(
            judged(
                insee("75056", "1985")
                    .with(Field.BIRTH_COUNTRY, "109")
                    .with(Field.BIRTH_TOWN, "BERLIN")))
        .containsExactly("INSEE_AND_COUNTRY at BIRTH_INSEE [75056, 109, 100]");
    assertThat(judged(insee("75056", "1985").with(Field.BIRTH_COUNTRY_NAME, "MAROC")))
        .containsExactly("INSEE_AND_COUNTRY at BIRTH_INSEE [75056, MAROC, 100]");
    assertThat(
            judged(
                insee("99109", "1985")
                    .with(Field.BIRTH_COUNTRY_NAME, "France")
                    .with(Field.BIRTH_TOWN, "BERLIN")))
        .containsExactly("INSEE_AND_COUNTRY at BIRTH_INSEE [99109, France, 109]");
    assertThat(judged(insee("75056", "1985").with(Field.BIRTH_COUNTRY, "987")))
        .containsExactly("INSEE_AND_COUNTRY at BIRTH_INSEE [75056, 987, 100]");
  }

  @Test
  void overseasTheNumberOfTheDepartmentMayStandForTheCountry() {
    assertThat(
            judged(
                insee("98735", "1985")
                    .with(Field.BIRTH_COUNTRY, "987")
                    .with(Field.BIRTH_COUNTRY_NAME, "POLYNESIE FRANCAISE")
                    .with(Field.BIRTH_TOWN, "PAPEETE")))
        .isEmpty();
    assertThat(
            judged(
                insee("97411", "1985")
                    .with(Field.BIRTH_COUNTRY, "100")
                    .with(Field.BIRTH_COUNTRY_NAME, "Île de la Réunion")))
        .isEmpty();
  }

  @Test
  void wantsCountryAndTownAbroad() {
    assertThat(judged(insee("99109", "1985")))
        .containsExactly(
            "NO_COUNTRY at BIRTH_INSEE [99109, 109]", "NO_TOWN at BIRTH_INSEE [99109]");
    assertThat(
            judged(
                FieldsOf.none()
                    .without(Field.BIRTH_POSTAL)
                    .with(Field.BIRTH_COUNTRY_NAME, "Allemagne")))
        .containsExactly(
            "NO_COUNTRY at BIRTH_COUNTRY_NAME [Allemagne, …]",
            "NO_TOWN at BIRTH_POSTAL [Allemagne]");
  }

  @Test
  void wantsNoPostalCodeAbroad() {
    assertThat(
            judged(
                postal("10115").with(Field.BIRTH_COUNTRY, "109").with(Field.BIRTH_TOWN, "BERLIN")))
        .containsExactly("POSTAL_ABROAD at BIRTH_POSTAL [10115, 109]");
  }

  @ParameterizedTest
  @CsvSource({
    "75012, PARIS",
    "75116, Paris 16",
    "69003, LYON 3EME",
    "13008, MARSEILLE",
    "20000, AJACCIO",
    "97400, ST DENIS",
    "01200, BELLEGARDE SUR VALSERINE",
    "98800, NOUMEA"
  })
  void takesAPostalCodeWithItsTown(String code, String town) {
    assertThat(judged(postal(code).with(Field.BIRTH_TOWN, town))).isEmpty();
  }

  @Test
  void warnsOfAPostalCodeOfAnotherTownAndSaysWhatWouldFit() {
    assertThat(judged(postal("75012").with(Field.BIRTH_TOWN, "LYON")))
        .containsExactly(
            "POSTAL_AND_TOWN at BIRTH_POSTAL [75012, Paris, LYON,"
                + "  (69001, 69002, 69003, 69004, 69005, …)]");
  }

  @Test
  void warnsOfAPostalCodeThatTheDataDoNotKnow() {
    assertThat(judged(postal("75680").with(Field.BIRTH_TOWN, "Bellegarde-sur-Valserine")))
        .containsExactly("BIRTH_PLACE_UNKNOWN at BIRTH_POSTAL [75680,  (01200)]");
  }

  @Test
  void wantsTheTownOfAPostalCode() {
    assertThat(judged(postal("75012"))).containsExactly("NO_TOWN at BIRTH_POSTAL [75012]");
  }

  @Test
  void wantsACodeInFrance() {
    assertThat(judged(FieldsOf.none().without(Field.BIRTH_POSTAL).with(Field.BIRTH_COUNTRY, "100")))
        .containsExactly("NO_BIRTH_PLACE at BIRTH_POSTAL []");
    assertThat(judged(FieldsOf.none().without(Field.BIRTH_POSTAL)))
        .containsExactly("NO_BIRTH_PLACE at BIRTH_POSTAL []");
  }

  @Test
  void warnsOfTheNameOfAnotherCountry() {
    assertThat(
            judged(
                insee("75056", "1985")
                    .with(Field.BIRTH_COUNTRY, "100")
                    .with(Field.BIRTH_COUNTRY_NAME, "MAROC")))
        .containsExactly("COUNTRY_AND_NAME at BIRTH_COUNTRY [100, MAROC]");
    assertThat(
            judged(
                insee("99350", "1985")
                    .with(Field.BIRTH_COUNTRY, "350")
                    .with(Field.BIRTH_COUNTRY_NAME, "France")
                    .with(Field.BIRTH_TOWN, "RABAT")))
        .containsExactly("COUNTRY_AND_NAME at BIRTH_COUNTRY [350, France]");
  }

  @Test
  void leavesWhatIsNoCodeToTheOtherChecks() {
    assertThat(judged(insee("00123", "1985").with(Field.BIRTH_TOWN, "LYON"))).isEmpty();
    assertThat(judged(postal("00000").with(Field.BIRTH_TOWN, "LYON"))).isEmpty();
    assertThat(
            judged(
                insee("99109", "1985")
                    .with(Field.BIRTH_COUNTRY, "DEU")
                    .with(Field.BIRTH_TOWN, "BERLIN")))
        .isEmpty();
  }

  @Test
  void judgesNoPlaceOfThoseWhoAreToldOtherwise() {
    assertThat(judged(FieldsOf.none().with(Field.NIR, "2850175000004"))).isEmpty();
  }
}
