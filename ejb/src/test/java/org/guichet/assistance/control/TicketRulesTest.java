package org.guichet.assistance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.assistance.AssistanceSamples.contact;
import static org.guichet.assistance.AssistanceSamples.other;

import java.util.List;
import org.guichet.assistance.AssistanceSamples;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRequest.AskedOrganisation;
import org.guichet.assistance.entity.TicketRequest.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketRulesTest {
  private static List<String> mistakes(TicketRequest request) {
    return TicketRules.mistakes(TicketRules.tidy(request)).stream()
        .map(mistake -> mistake.field() + " " + mistake.code())
        .toList();
  }

  @Test
  void findsNothingWrongWithWhatIsRight() {
    assertThat(mistakes(AssistanceSamples.certifier("Vauclair"))).isEmpty();
    assertThat(mistakes(AssistanceSamples.depositor("Lycée", "Vauclair"))).isEmpty();
    assertThat(mistakes(AssistanceSamples.administrator("12abc345"))).isEmpty();
    assertThat(mistakes(other("Ana Petit"))).isEmpty();
  }

  @Test
  void asksEachKindForWhatItNeeds() {
    Contact nobody = new Contact(" ", "nope", "", contact("x").language());
    assertThat(
            mistakes(new TicketRequest(TicketKind.DEPOSITOR, nobody, AskedOrganisation.NONE, "")))
        .containsExactly(
            "designation MISSING",
            "legalName MISSING",
            "seat MISSING",
            "registration MISSING",
            "wishes MISSING",
            "name MISSING",
            "email EMAIL_MALFORMED");
    assertThat(
            mistakes(
                new TicketRequest(TicketKind.ADMINISTRATOR, nobody, AskedOrganisation.NONE, "")))
        .startsWith("matricule MISSING")
        .doesNotContain("message MISSING");
    assertThat(mistakes(new TicketRequest(TicketKind.OTHER, nobody, AskedOrganisation.NONE, " ")))
        .endsWith("message MISSING")
        .doesNotContain("matricule MISSING");
  }

  @Test
  void saysHowLongATextMayBe() {
    assertThat(TicketRules.mistake("text", "x".repeat(5001)).map(TicketMistake::arguments))
        .contains(List.of("5000"));
    assertThat(TicketRules.mistake("text", "x".repeat(5000))).isEmpty();
  }

  @Test
  void keepsLinesOfATextAndNothingElseThatControls() {
    assertThat(TicketRules.text(" a\r\nb\rc\u0007d\t ")).isEqualTo("a\nb\nc d");
  }

  @ParameterizedTest
  @CsvSource({
    "732 829 320 00074, 73282932000074",
    "35600000000048, 35600000000048",
    "35600000049837, 35600000049837",
    "che-115.308.306, CHE-115.308.306",
    "CHE115308306 TVA, CHE-115.308.306"
  })
  void knowsASiretAndAnIde(String typed, String kept) {
    assertThat(RegistrationNumbers.parse(typed)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "73282932000075", "7328293200007", "CHE-115.308.307", "abc"})
  void doesNotTakeANumberWithAWrongDigit(String typed) {
    assertThat(RegistrationNumbers.parse(typed)).isEmpty();
  }
}
