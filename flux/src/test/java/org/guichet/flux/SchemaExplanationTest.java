package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the validator says, in the words of people: cause by cause, beside the common mistakes. */
class SchemaExplanationTest {
  static Stream<Arguments> faults() {
    String full = Spoiling.FULL;
    return Stream.of(
        fault("MISSING_ELEMENT titulaire sexe", Spoiling.without("sexe")),
        fault(
            "MISSING_ELEMENT titulaire nomNaissance, sexe",
            Spoiling.without("sexe").replaceFirst("<nomNaissance>.*</nomNaissance>", "")),
        fault(
            "MISSING_ELEMENT passageCertifications passageCertification",
            FluxSamples.flux().passages(0).xml()),
        fault(
            "MISSING_CHOICE identificationTitulaire dossierFormation, titulaire, identifiantNational",
            Spoiling.without("titulaire")),
        fault("DUPLICATE_ELEMENT sexe titulaire", Spoiling.twice("sexe")),
        fault("DUPLICATE_ELEMENT titulaire identificationTitulaire", Spoiling.twice("titulaire")),
        fault(
            "SECOND_CHOICE titulaire identificationTitulaire dossierFormation, titulaire,"
                + " identifiantNational",
            Spoiling.BY_NIR.replace(
                "</identifiantNational>", "</identifiantNational><titulaire/>")),
        fault("MISPLACED_ELEMENT sexe passageCertification titulaire", misplaced("<sexe>F</sexe>")),
        fault(
            "MISPLACED_ELEMENT scoring modalitesInscription passageCertification",
            full.replace("<modaliteAcces>", "<scoring>1</scoring><modaliteAcces>")),
        fault(
            "UNEXPECTED_ELEMENT salaire resultat niveau, domaineCompetenceId, competenceId",
            full.replaceFirst("<niveau>", "<salaire>1</salaire><niveau>")),
        fault("MISNAMED_ELEMENT Sexe titulaire sexe", full.replace("sexe>", "Sexe>")),
        fault("NAMESPACE sexe", full.replace("<sexe>", "<sexe xmlns=''>")),
        fault("NAMESPACE flux", full.replace("pc5", "pc4")),
        fault("ROOT rapport", "<rapport/>"),
        fault("UNKNOWN_ATTRIBUTE sexe langue", full.replace("<sexe>", "<sexe langue='fr'>")),
        fault("UNKNOWN_ATTRIBUTE titulaire a", full.replace("<titulaire>", "<titulaire a='b'>")),
        fault("UNKNOWN_ATTRIBUTE scoring nil", scoring("<scoring nil='true'/>")),
        fault("ATTRIBUTE_VALUE scoring xsi:nil", scoring("<scoring xsi:nil='oui'/>")),
        fault("ATTRIBUTE_VALUE sexe xsi:type", full.replace("<sexe>", "<sexe xsi:type='x'>")),
        fault("STRAY_TEXT titulaire", full.replace("<sexe>", "oups<sexe>")),
        fault("NOT_A_VALUE sexe", Spoiling.value("sexe", "<b>M</b>")),
        fault("EMPTY_VALUE prenom1", Spoiling.value("prenom1", "")),
        fault("EMPTY_VALUE anneeNaissance", Spoiling.value("anneeNaissance", "  ")),
        fault("EMPTY_NOT_NIL mentionValidee", Spoiling.value("mentionValidee", "")),
        fault("EMPTY_NOT_NIL dateFinValidite", Spoiling.value("dateFinValidite", "")),
        fault("NIL_NOT_ALLOWED prenom1", Spoiling.nil("prenom1")),
        fault("NIL_AS_TEXT moisNaissance NULL", Spoiling.value("moisNaissance", " NULL ")),
        fault("NOT_IN_LIST sexe nil M, F", Spoiling.value("sexe", "nil")),
        fault(
            "WRITTEN_OTHERWISE mentionValidee Mention très-bien MENTION_TRES_BIEN",
            Spoiling.value("mentionValidee", "Mention très-bien")),
        fault(
            "NOT_A_BOOLEAN donneeCertifiee oui true, false",
            Spoiling.value("donneeCertifiee", "oui")),
        fault("NOT_A_NUMBER moisNaissance mai 1 12", Spoiling.value("moisNaissance", "mai")),
        fault("OUT_OF_RANGE moisNaissance 13 1 12", Spoiling.value("moisNaissance", "13")),
        fault("OUT_OF_RANGE niveau 99999999999 1 8", Spoiling.value("niveau", "99999999999")),
        fault(
            "NO_SUCH_DATE dateDebutExamen 2026-02-30",
            Spoiling.value("dateDebutExamen", "2026-02-30")),
        fault(
            "DATE_FORM dateDebutExamen 30/01/2026",
            Spoiling.value("dateDebutExamen", "30/01/2026")),
        fault(
            "DATE_FORM dateDebutExamen 2026-01-30Z",
            Spoiling.value("dateDebutExamen", "2026-01-30Z")),
        fault(
            "TIMESTAMP_FORM horodatage 2022-02-30T11:43:27+01:00",
            Spoiling.value("horodatage", "2022-02-30T11:43:27+01:00")),
        fault("TIMESTAMP_FORM horodatage hier", Spoiling.value("horodatage", "hier")),
        fault("NIR_WITH_KEY nir", Spoiling.value("nir", "2 85 01 75 012 345 78")),
        fault("NIR_FORM nir", Spoiling.value("nir", "385017501234")),
        fault("TOO_LONG verbatim 4000 255", Spoiling.value("verbatim", "'".repeat(4000))),
        fault("WRONG_LENGTH codePaysNaissance 2 3", Spoiling.value("codePaysNaissance", "FR")));
  }

  private static Arguments fault(String expected, String xml) {
    return Arguments.of(expected, xml);
  }

  private static String misplaced(String xml) {
    return Spoiling.FULL.replace("<scoring>", xml + "<scoring>");
  }

  private static String scoring(String xml) {
    return Spoiling.FULL.replace("<scoring>512</scoring>", xml);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void explains(String expected, String xml) {
    Finding finding = Recording.of(xml).all().get(0);
    List<String> arguments = finding.arguments();
    assertThat(finding.code() + " " + String.join(" ", arguments.subList(1, arguments.size())))
        .isEqualTo(expected);
    assertThat(arguments.get(0)).startsWith("cvc-");
    assertThat(FindingTexts.rapportMessage(finding, "T")).isEqualTo(arguments.get(0));
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(FindingTexts.expected(finding, locale)).doesNotContain("{").isNotBlank();
    }
  }

  @Test
  void quotesNoBlanksBetweenElementsAsAValue() {
    Finding missing = Recording.of(Spoiling.without("titulaire")).all().get(0);
    assertThat(missing.value()).isNull();
    assertThat(Recording.of(Spoiling.value("sexe", "H")).all().get(0).value()).isEqualTo("H");
  }

  @Test
  void whatElementsStandForIsSaidOfElementsThatThereAre() {
    List<String> names =
        names(Objects.requireNonNull(SchemaTables.flux().element("/flux")), Stream.of()).toList();
    ResourceBundle french = ResourceBundle.getBundle("org.guichet.flux.elements", Locale.FRENCH);
    ResourceBundle english = ResourceBundle.getBundle("org.guichet.flux.elements", Locale.ENGLISH);
    assertThat(english.keySet()).isEqualTo(french.keySet());
    assertThat(names).containsAll(french.keySet());
  }

  private static Stream<String> names(ElementRule rule, Stream<String> before) {
    Stream<String> names = Stream.concat(before, Stream.of(rule.name()));
    for (ElementRule child : rule.children()) {
      names = names(child, names);
    }
    return names;
  }

  @Test
  void theValidatorsListIsReadWhateverStandsBeforeIt() {
    assertThat(ValidatorWords.expected("x '{a}' y '{\"n:s\":b, \"n:s\":c}' attendue."))
        .containsExactly("b", "c");
    assertThat(ValidatorWords.expected("no list")).isEmpty();
    assertThat(ValidatorWords.length("'ayant pour longueur '9'', ayant pour longueur '61', n'est"))
        .isEqualTo("61");
    assertThat(SchemaExplanation.of("", "", null).code()).isEqualTo(FindingCode.SCHEMA);
    assertThat(SchemaExplanation.of("cvc-new : x", "/flux/a", "b").arguments()).isEmpty();
  }
}
