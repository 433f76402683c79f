package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get wrong, as they get it wrong, and where they are told. */
class CommonMistakesTest {
  private static final String HOLDER = "/identificationTitulaire/titulaire";

  private static final Path EXPLAINED = Path.of("src/test/resources/mistakes-explained.txt");

  static Stream<Arguments> inPassages() {
    return Stream.of(
        mistake(
            "an empty tag instead of nil",
            FindingCode.EMPTY_NOT_NIL,
            Spoiling.value("scoring", ""),
            "/scoring"),
        mistake(
            "the word nil",
            FindingCode.NIL_AS_TEXT,
            Spoiling.value("dateFinValidite", "nil"),
            "/dateFinValidite"),
        mistake(
            "a blank in a nil element",
            FindingCode.NIL_NOT_EMPTY,
            Spoiling.nil("nomUsage")
                .replace("<nomUsage xsi:nil=\"true\"/>", "<nomUsage xsi:nil=\"true\"> </nomUsage>"),
            HOLDER + "/nomUsage"),
        mistake(
            "TRUE",
            FindingCode.WRITTEN_OTHERWISE,
            Spoiling.value("donneeCertifiee", "TRUE"),
            "/donneeCertifiee"),
        mistake("sexe H", FindingCode.NOT_IN_LIST, Spoiling.value("sexe", "H"), HOLDER + "/sexe"),
        mistake(
            "a name over 60",
            FindingCode.TOO_LONG,
            Spoiling.value("nomNaissance", "A".repeat(61)),
            HOLDER + "/nomNaissance"),
        mistake(
            "a blank around a listed value",
            FindingCode.BLANKS_AROUND_VALUE,
            Spoiling.value("mentionValidee", "MENTION_BIEN "),
            "/mentionValidee"),
        mistake(
            "INSEE code of 2 digits",
            FindingCode.WRONG_LENGTH,
            Spoiling.value("codeInsee", "75"),
            HOLDER + "/codeCommuneNaissance/codeInseeNaissance/codeInsee"),
        mistake(
            "country of 5 digits",
            FindingCode.WRONG_LENGTH,
            Spoiling.value("codePaysNaissance", "99100"),
            HOLDER + "/codePaysNaissance"),
        mistake(
            "level -1",
            FindingCode.OUT_OF_RANGE,
            Spoiling.value("niveau", "-1"),
            "/niveauNumeriqueEuropeen/resultats/resultat[1]/niveau"),
        mistake(
            "codeInsee without its wrapper",
            FindingCode.MISPLACED_ELEMENT,
            Spoiling.BY_INSEE_CODE.replaceAll("</?codeInseeNaissance>", ""),
            HOLDER + "/codeCommuneNaissance/codeInsee"),
        mistake(
            "voieAccesVAE with one s",
            FindingCode.MISNAMED_ELEMENT,
            Spoiling.FULL.replace("voieAccessVAE", "voieAccesVAE"),
            "/modalitesInscription/voieAccesVAE"),
        mistake(
            "modaliteInscription",
            FindingCode.MISNAMED_ELEMENT,
            Spoiling.FULL.replace("modalitesInscription", "modaliteInscription"),
            "/modaliteInscription"),
        mistake(
            "NIR of 15 digits",
            FindingCode.NIR_WITH_KEY,
            Spoiling.value("nir", "285017501234578"),
            "/identificationTitulaire/identifiantNational/nir"));
  }

  static Stream<Arguments> outsideOfPassages() {
    return Stream.of(
        mistake(
            "Z",
            FindingCode.TIMESTAMP_IN_UTC,
            Spoiling.value("horodatage", "2022-02-01T11:43:27Z"),
            "/flux/horodatage"),
        mistake(
            "milliseconds",
            FindingCode.TIMESTAMP_FRACTION,
            Spoiling.value("horodatage", "2022-02-01T11:43:27.123+01:00"),
            "/flux/horodatage"),
        mistake(
            "no offset",
            FindingCode.TIMESTAMP_OFFSET,
            Spoiling.value("horodatage", "2022-02-01T11:43:27"),
            "/flux/horodatage"),
        mistake(
            "two certificateur",
            FindingCode.DUPLICATE_ELEMENT,
            Spoiling.twice("certificateur"),
            "/flux/emetteur/certificateurs/certificateur[2]"));
  }

  private static Arguments mistake(String name, FindingCode code, String xml, String path) {
    return Arguments.of(name, code, xml, path);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void inPassages(String mistake, FindingCode code, String xml, String path) {
    Recording read = Recording.of(xml);
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.COMPLETE);
    assertThat(read.findings).isEmpty();
    Finding first = read.passages.get(0).findings().get(0);
    assertThat(first.code()).isEqualTo(code);
    assertThat(first.severity()).isEqualTo(Severity.PASSAGE);
    assertThat(first.path()).endsWith("/passageCertification[1]" + path);
    assertThat(first.line()).isGreaterThan(read.passages.get(0).line());
    assertThat(first.arguments().get(0)).startsWith("cvc-").contains(" : ");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void outsideOfPassages(String mistake, FindingCode code, String xml, String path) {
    Recording read = Recording.of(xml);
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.COMPLETE);
    assertThat(read.passages).allMatch(passage -> passage.findings().isEmpty());
    Finding first = read.findings.get(0);
    assertThat(first.code()).isEqualTo(code);
    assertThat(first.severity()).isEqualTo(Severity.FILE);
    assertThat(first.path()).isEqualTo(path);
  }

  /** To write the texts anew, run with {@code -Dguichet.fixtures.write=true} and read them. */
  @Test
  void everyMistakeIsExplainedSoThatItCanBeMended() throws IOException {
    StringBuilder told = new StringBuilder();
    Stream.concat(inPassages(), outsideOfPassages())
        .map(Arguments::get)
        .forEach(
            mistake -> {
              Finding first = Recording.of((String) mistake[2]).all().get(0);
              told.append(mistake[0]).append(" → ").append(first.code().number());
              Stream.of(
                      FindingTexts.explanation(first, Locale.FRENCH),
                      FindingTexts.expected(first, Locale.FRENCH),
                      FindingTexts.mend(first, Locale.FRENCH))
                  .forEach(text -> told.append("\n  ").append(text));
              told.append("\n\n");
            });
    if (Boolean.getBoolean("guichet.fixtures.write")) {
      Files.writeString(EXPLAINED, told);
    }
    assertThat(told.toString()).isEqualTo(Files.readString(EXPLAINED));
  }

  @Test
  void aBadValueIsToldInTheParsersTwoFrenchMessagesInTheirOrder() {
    Recording read = Recording.of(Spoiling.value("sexe", "H"));
    assertThat(read.passages.get(0).findings())
        .extracting(finding -> finding.arguments().get(0))
        .containsExactly(
            "cvc-enumeration-valid : La valeur 'H' n'est pas un facet valide par rapport à"
                + " l'énumération '[M, F]'. Il doit s'agir d'une valeur provenant de"
                + " l'énumération.",
            "cvc-type.3.1.3 : La valeur 'H' de l'élément 'sexe' n'est pas valide.");
  }

  @Test
  void everyBadPassageIsToldInOneReading() {
    Recording read =
        Recording.of(
            FluxSamples.flux()
                .passages(50)
                .passage(n -> FluxSamples.passage(n).replace("<sexe>F", "<sexe>H"))
                .xml());
    assertThat(read.passages).hasSize(50);
    assertThat(read.passages)
        .allMatch(passage -> passage.findings().isEmpty() == (passage.position() % 2 == 0));
  }

  @Test
  void whatIsWrongWithAPassagesOwnTagsIsThePassages() {
    Recording read =
        Recording.of(
            FluxSamples.flux()
                .passages(3)
                .passage(
                    n ->
                        switch (n) {
                          case 1 -> "<passageCertification a='b'/>";
                          case 2 -> "<passageCertification>stray</passageCertification>";
                          default -> FluxSamples.passage(n);
                        })
                .xml());
    assertThat(read.findings).isEmpty();
    assertThat(read.passages.get(0).findings())
        .extracting(finding -> finding.arguments().get(0).substring(0, 20))
        .containsExactly("cvc-complex-type.3.2", "cvc-complex-type.2.4");
    assertThat(read.passages.get(1).findings()).isNotEmpty();
    assertThat(read.passages.get(2).findings()).isEmpty();
  }

  @Test
  void aMisplacedPassageIsTheFilesFault() {
    Recording read = Recording.of(Spoiling.BY_NIR.replaceAll("</?passageCertifications>", ""));
    assertThat(read.passages).isEmpty();
    assertThat(read.findings).isNotEmpty().allMatch(f -> f.severity() == Severity.FILE);
  }

  @Test
  void aBadCertificationHeaderIsTheFaultOfItsCertification() {
    Recording read =
        Recording.of(Spoiling.BY_NIR.replaceFirst("<type>[^<]*</type>", "<type></type>"));
    assertThat(read.passages).isNotEmpty().allMatch(passage -> passage.findings().isEmpty());
    assertThat(read.findings).isNotEmpty().allMatch(f -> f.severity() == Severity.CERTIFICATION);
    assertThat(read.certifications)
        .singleElement()
        .satisfies(c -> assertThat(c.fault()).isEqualTo(read.findings.get(0)));
  }

  @Test
  void aFileOfAnotherNamespaceIsRefusedAtItsRoot() {
    Recording read = Recording.of(FluxSamples.flux().xml().replace("pc5", "pc4"));
    assertThat(read.findings).hasSize(1);
    assertThat(read.findings.get(0).path()).isEqualTo("/flux");
    assertThat(read.headers).isEmpty();
  }
}
