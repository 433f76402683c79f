package org.guichet.web.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;
import org.guichet.web.Texts;
import org.junit.jupiter.api.Test;

class ShownPassageTest {
  private static final String LAST_NAME = "/identificationTitulaire/titulaire/nomNaissance";

  /** What a browser sends of a form that nobody touched. */
  private static Map<String, String[]> untouched(PassageForm form) {
    Map<String, String[]> sent = new LinkedHashMap<>();
    form.sections(List.of(), false).stream()
        .flatMap(section -> section.fields().stream())
        .filter(field -> !field.kind().equals("fixed"))
        .forEach(
            field ->
                sent.put(
                    field.name(),
                    new String[] {
                      field.kind().equals("select") && field.value().isEmpty()
                          ? "(none)"
                          : field.value()
                    }));
    return sent;
  }

  private static PassageForm form() {
    PassageText passage =
        PassageText.of(
            "<passageCertification><idTechnique>P-1</idTechnique><identificationTitulaire>"
                + "<titulaire><nomNaissance>B3RTIN</nomNaissance></titulaire>"
                + "</identificationTitulaire></passageCertification>");
    return new PassageForm(7, passage, passage, List.of(), Map.of(), Texts.in(Locale.FRENCH));
  }

  @Test
  void knowsAPassageThatNobodyTouched() {
    String shown = ShownPassage.print(form().values(Set.of(LAST_NAME), false), false);
    Map<String, String[]> sent = untouched(form());

    assertThat(sent).doesNotContainKey("7:" + PassageFields.ID);
    assertThat(ShownPassage.print(PassageForm.typed(sent, 7), false)).isEqualTo(shown);
  }

  @Test
  void seesThatAFieldWasChangedOrEmptiedOrThePassageLeftOut() {
    String shown = ShownPassage.print(form().values(Set.of(), false), false);
    Map<String, String[]> sent = untouched(form());

    assertThat(ShownPassage.print(PassageForm.typed(sent, 7), true)).isNotEqualTo(shown);
    sent.put("7:" + LAST_NAME, new String[] {"BERTIN"});
    assertThat(ShownPassage.print(PassageForm.typed(sent, 7), false)).isNotEqualTo(shown);
    sent.put("7:" + LAST_NAME, new String[] {""});
    assertThat(ShownPassage.print(PassageForm.typed(sent, 7), false)).isNotEqualTo(shown);
  }
}
