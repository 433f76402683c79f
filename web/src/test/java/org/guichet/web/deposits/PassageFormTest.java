package org.guichet.web.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.SchemaTables;
import org.guichet.flux.Severity;
import org.guichet.flux.ValueRule;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;
import org.guichet.web.Texts;
import org.guichet.web.deposits.PassageForm.FormField;
import org.guichet.web.deposits.PassageForm.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageFormTest {
  private static final String LAST_NAME = "/identificationTitulaire/titulaire/nomNaissance";
  private static final String XML =
      "<passageCertification><idTechnique>P-1</idTechnique><donneeCertifiee>OUI</donneeCertifiee>"
          + "<inconnu>x</inconnu><identificationTitulaire><titulaire>"
          + "<nomNaissance>B3RTIN</nomNaissance></titulaire></identificationTitulaire>"
          + "</passageCertification>";

  private static PassageForm form(List<Finding> left, Map<String, String> typed) {
    PassageText passage = PassageText.of(XML);
    return new PassageForm(7, passage, passage, left, typed, Texts.in(Locale.FRENCH));
  }

  private static Finding digit() {
    return new Finding(
        FindingCode.DIGIT_IN_NAME,
        Severity.PASSAGE,
        1,
        1,
        SchemaTables.PASSAGE + "[7]" + LAST_NAME,
        "B3RTIN",
        List.of("nomNaissance", "B3RTIN"));
  }

  private static List<FormField> all(PassageForm form) {
    return form.sections(List.of(), false).stream()
        .flatMap(section -> section.fields().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void namesEveryFieldAndEveryValueThatTheSchemaKnows(String language) {
    Texts texts = Texts.in(Locale.forLanguageTag(language));
    for (String path : PassageFields.paths()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      assertThat(texts.has("passage.field." + name)).as(name).isTrue();
      ValueRule value = Objects.requireNonNull(PassageFields.rule(path)).value();
      for (String one : Objects.requireNonNull(value).allowed()) {
        boolean plain = name.equals("niveauLangueEuropeen") && one.length() == 2;
        assertThat(plain || texts.has("passage.value." + one)).as(one).isTrue();
      }
    }
  }

  @Test
  void pointsAtFaultyFieldsAndKeepsAllOthersBesideThem() {
    PassageForm form = form(List.of(digit()), Map.of());

    List<FormField> pointed = form.pointed(Set.of(), false);

    assertThat(pointed).extracting(FormField::path).containsExactly(LAST_NAME);
    assertThat(pointed.get(0).wrong()).isTrue();
    assertThat(pointed.get(0).name()).isEqualTo("7:" + LAST_NAME);
    assertThat(form.sections(pointed, false))
        .flatExtracting(PassageForm.Section::fields)
        .extracting(FormField::path)
        .contains("/inconnu", "/scoring")
        .doesNotContain(LAST_NAME);
  }

  @Test
  void offersWhatTheSchemaAllowsAndWhatWasSent() {
    FormField certified =
        all(form(List.of(), Map.of())).stream()
            .filter(field -> field.path().equals("/donneeCertifiee"))
            .findFirst()
            .orElseThrow();

    assertThat(certified.kind()).isEqualTo("select");
    assertThat(certified.options())
        .extracting(Option::value)
        .containsExactly("", "true", "false", "OUI");
    assertThat(certified.options()).filteredOn(Option::chosen).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, date",
    "2026-02-30, text",
    "2026-13-01, text",
    "0000-01-01, text",
    "12/05/2026, text",
    "'', date"
  })
  void asksForADayByTextWhereABrowserWouldBlankIt(String value, String kind) {
    assertThat(all(form(List.of(), Map.of("/dateDebutValidite", value))))
        .filteredOn(field -> field.path().equals("/dateDebutValidite"))
        .allSatisfy(field -> assertThat(field.value()).isEqualTo(value))
        .extracting(FormField::kind)
        .containsExactly(kind);
  }

  @Test
  void fixesTheIdTechniqueUnlessItIsWhatIsWrong() {
    assertThat(all(form(List.of(), Map.of())))
        .filteredOn(field -> field.path().equals(PassageFields.ID))
        .extracting(FormField::kind)
        .containsExactly("fixed");
    assertThat(form(List.of(), Map.of()).pointed(Set.of(PassageFields.ID), true))
        .extracting(FormField::kind)
        .containsExactly("text");
  }

  @Test
  void showsWhatWasTypedInsteadOfWhatIsKept() {
    assertThat(form(List.of(digit()), Map.of(LAST_NAME, "BERTIN")).pointed(Set.of(), false))
        .allSatisfy(
            field -> {
              assertThat(field.value()).isEqualTo("BERTIN");
              assertThat(field.sent()).isEqualTo("B3RTIN");
              assertThat(field.changed()).isTrue();
            });
  }

  @Test
  void readsWhatIsTypedForOnePassageOnly() {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    parameters.put("7:/inconnu", new String[] {""});
    parameters.put("7:" + LAST_NAME, new String[] {"BERTIN"});
    parameters.put("77:" + LAST_NAME, new String[] {"AUTRE"});
    parameters.put("v:7", new String[] {"1"});

    assertThat(PassageForm.typed(parameters, 7))
        .containsExactly(Map.entry(LAST_NAME, "BERTIN"), Map.entry("/inconnu", ""));
  }
}
