package org.guichet.flux.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guichet.flux.ElementRule;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.SchemaTables;
import org.guichet.flux.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTextTest {
  private static final String HOLDER = "/identificationTitulaire/titulaire/";
  private static final String INSEE = HOLDER + "codeCommuneNaissance/codeInseeNaissance/codeInsee";
  private static final String POSTAL =
      HOLDER + "codeCommuneNaissance/codePostalNaissance/codePostal";

  private static PassageText plain() {
    return PassageText.of(FluxSamples.passage(1).strip());
  }

  private static PassageText full() {
    return PassageText.of(FluxSamples.fullPassage(1).strip());
  }

  @Test
  void tellsEveryFieldOfAPassageByItsPath() {
    Map<String, String> values = full().values();

    assertThat(values)
        .containsEntry("/verbatim", "Très bon travail & bel exposé")
        .containsEntry(HOLDER + "moisNaissance", "05")
        .containsEntry("/niveauNumeriqueEuropeen/resultats/resultat[1]/niveau", "4");
    assertThat(values.keySet()).isSubsetOf(PassageFields.paths());
    assertThat(plain().values()).containsEntry("/scoring", "");
  }

  @Test
  void changesOneValueAndNoOtherCharacter() {
    String xml = FluxSamples.passage(1).strip();

    String changed = PassageText.of(xml).with(Map.of(HOLDER + "sexe", "M & F")).xml();

    assertThat(changed).isEqualTo(xml.replaceFirst("<sexe>[MF]</sexe>", "<sexe>M &amp; F</sexe>"));
  }

  @Test
  void keepsCommentsSectionsAndLineEndsAroundWhatChanges() {
    String xml =
        "<n:passageCertification a='>'>\r\n<!-- <n:scoring>x</n:scoring> -->"
            + "<n:idTechnique><![CDATA[A<1]]></n:idTechnique>\t"
            + "<n:scoring  i:nil = 'true' />\r\n</n:passageCertification>";
    PassageText passage = PassageText.of(xml);

    assertThat(passage.values()).containsEntry("/idTechnique", "A<1").containsEntry("/scoring", "");
    assertThat(passage.with(Map.of("/scoring", "712")).xml())
        .isEqualTo(xml.replace("<n:scoring  i:nil = 'true' />", "<n:scoring>712</n:scoring>"));
  }

  @Test
  void insertsWhatIsMissingWithTheElementsAroundIt() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("/niveauNumeriqueEuropeen/scoreGeneral", "512");
    wanted.put("/niveauNumeriqueEuropeen/resultats/resultat[1]/niveau", "4");
    wanted.put("/niveauNumeriqueEuropeen/resultats/resultat[1]/competenceId", "2");
    wanted.put("/modalitesInscription/dateInscription", "2026-01-02");

    PassageText changed = plain().with(wanted);

    assertThat(changed.values()).containsAllEntriesOf(wanted);
    assertThat(changed.xml()).containsOnlyOnce("<resultat>");
  }

  @Test
  void takesOutWhatIsEmptiedWithWhatHeldNothingElse() {
    Map<String, String> emptied = new LinkedHashMap<>();
    full().values().keySet().stream()
        .filter(path -> path.startsWith("/niveauNumeriqueEuropeen"))
        .forEach(path -> emptied.put(path, ""));

    PassageText changed = full().with(emptied);

    assertThat(changed.value("/niveauNumeriqueEuropeen/scoreGeneral")).isNull();
    assertThat(changed.xml()).doesNotContain("niveau>");
  }

  @Test
  void makesNilOfWhatTheSchemaWantsAndLetsBeEmpty() {
    PassageText changed = full().with(Map.of("/scoring", ""));

    assertThat(changed.values()).containsEntry("/scoring", "");
    assertThat(changed.xml()).contains("<scoring xmlns:xsi=").doesNotContain(">512</scoring>");
  }

  @Test
  void changesOneBranchOfAChoiceForAnother() {
    Map<String, String> swapped = new LinkedHashMap<>();
    swapped.put(INSEE, "");
    swapped.put(POSTAL, "75012");

    PassageText changed = plain().with(swapped);

    assertThat(changed.value(POSTAL)).isEqualTo("75012");
    assertThat(changed.xml())
        .doesNotContain("codeInsee")
        .containsOnlyOnce("<codeCommuneNaissance>");
  }

  @Test
  void saysWithoutAPlaceThatThereIsNone() {
    PassageText changed = plain().with(Map.of(INSEE, ""));

    assertThat(changed.values()).containsEntry(POSTAL, "");
  }

  @Test
  void takesOutElementsThatTheSchemaHasNotAndSecondOnes() {
    String xml =
        FluxSamples.passage(1)
            .strip()
            .replace(
                "<scoring",
                "<inconnu><a>1</a></inconnu><donneeCertifiee>0</donneeCertifiee><scoring");
    PassageText passage = PassageText.of(xml);

    assertThat(passage.values())
        .containsEntry("/inconnu", "1")
        .containsEntry("/donneeCertifiee[2]", "0");
    assertThat(passage.with(Map.of("/inconnu", "", "/donneeCertifiee[2]", "")).values())
        .isEqualTo(plain().values());
  }

  @Test
  void tellsChangesFromWhatAFormOnlyShowed() {
    PassageText passage = full();
    Map<String, String> typed = new LinkedHashMap<>(passage.values());
    typed.put("/verbatim", "autre");
    typed.put("/scoring", "");

    assertThat(passage.changes(typed, Set.of()))
        .containsExactly(Map.entry("/verbatim", "autre"), Map.entry("/scoring", ""))
        .hasSize(2);
    assertThat(plain().changes(Map.of("/scoring", ""), Set.of("/scoring"))).isEmpty();
    assertThat(
            PassageText.of(
                    FluxSamples.passage(1)
                        .strip()
                        .replace("<scoring xsi:nil=\"true\"/>", "<scoring/>"))
                .changes(Map.of("/scoring", ""), Set.of("/scoring")))
        .containsEntry("/scoring", "");
  }

  @Test
  void pointsAtTheFieldsThatAFindingIsAbout() {
    String path = SchemaTables.PASSAGE + "[3]";
    PassageText passage =
        PassageText.of(
            FluxSamples.passage(1).strip().replace("<donneeCertifiee>true</donneeCertifiee>", ""));

    assertThat(PassageFields.of(finding(path + HOLDER + "sexe"), passage))
        .containsExactly(HOLDER + "sexe");
    assertThat(PassageFields.of(finding(path), passage)).containsExactly("/donneeCertifiee");
    assertThat(PassageFields.of(finding("/flux/idFlux"), passage)).isEmpty();
  }

  private static Finding finding(String path) {
    return new Finding(FindingCode.SCHEMA, Severity.PASSAGE, 1, 1, path, List.of("x"));
  }

  @Test
  void writesAWholePassageFromItsFieldsAlone() {
    Map<String, String> values = full().values();

    PassageText made = PassageText.empty().with(values);

    assertThat(made.values()).containsAllEntriesOf(nonEmpty(values));
  }

  private static Map<String, String> nonEmpty(Map<String, String> values) {
    Map<String, String> some = new LinkedHashMap<>(values);
    some.values().removeIf(String::isEmpty);
    return some;
  }

  @Test
  void makesNilOfEmptyFieldsBesideOthersThatAreFilledIn() {
    Map<String, String> typed = new LinkedHashMap<>();
    PassageFields.paths().forEach(path -> typed.put(path, ""));
    typed.put(HOLDER + "nomNaissance", "BERTIN");

    PassageText made = PassageText.empty().with(typed);

    assertThat(made.values().keySet())
        .contains("/scoring", "/dateFinValidite", HOLDER + "nomUsage", POSTAL)
        .doesNotContain("/verbatim", HOLDER + "prenom1");
    assertThat(made.xml()).doesNotContain("dossierFormation");
  }

  @Test
  void knowsTheRuleOfEachField() {
    assertThat(PassageFields.paths())
        .contains(PassageFields.ID, INSEE, POSTAL)
        .allSatisfy(
            path -> {
              ElementRule rule = Objects.requireNonNull(PassageFields.rule(path));
              assertThat(rule.value()).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "<a>", "<a></a", "<a b='>", "</a>", "<!--", "<a><![CDATA["})
  void refusesWhatIsNoElement(String xml) {
    assertThatIllegalArgumentException().isThrownBy(() -> PassageText.of(xml));
  }

  @Test
  void leavesOutCharactersThatXmlCannotHold() {
    assertThat(plain().with(Map.of("/scoring", "a\u0000b\uFFFE<")).xml())
        .contains("<scoring>ab&lt;</scoring>");
  }
}
