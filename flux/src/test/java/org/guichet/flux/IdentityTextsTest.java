package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guichet.flux.register.DisclosedValues;
import org.junit.jupiter.api.Test;

class IdentityTextsTest {
  private static Finding finding(FindingCode code, String... arguments) {
    return new Finding(code, Severity.PASSAGE, 12, 0, "", List.of(arguments));
  }

  private static String french(Finding finding) {
    return FindingTexts.explanation(finding, Locale.FRENCH);
  }

  @Test
  void saysWhichFieldDiffersWithBothValues() {
    Finding year = finding(FindingCode.HOLDER_UNKNOWN, "anneeNaissance", "1993", "1994");
    assertThat(french(year)).endsWith("ce qui diffère : né(e) en 1993 dans le registre, 1994 ici.");
    assertThat(FindingTexts.explanation(year, Locale.ENGLISH))
        .endsWith("what differs: born in 1993 in the register, 1994 here.");
  }

  @Test
  void namesTheFieldAloneToThoseWhoMayNotSeeTheRegister() {
    Finding hidden =
        DisclosedValues.hide(finding(FindingCode.HOLDER_UNKNOWN, "anneeNaissance", "1993", "1994"));
    assertThat(french(hidden))
        .endsWith("ce qui diffère : l'année de naissance (anneeNaissance).")
        .doesNotContain("1993");
    assertThat(hidden.arguments()).doesNotContain("1993");
  }

  @Test
  void listsSeveralDifferences() {
    assertThat(
            french(
                finding(
                    FindingCode.HOLDER_UNKNOWN_ON_DAY,
                    "moisNaissance",
                    "5",
                    "6",
                    "prenom2",
                    "Anne",
                    "Jeanne")))
        .endsWith(
            "né(e) au mois 5 dans le registre, 6 ici ; le deuxième prénom (prenom2) : « Anne » dans"
                + " le registre, « Jeanne » ici.");
  }

  @Test
  void saysThatNobodyComesNear() {
    assertThat(french(finding(FindingCode.HOLDER_UNKNOWN)))
        .endsWith("Personne d'approchant n'y figure.");
  }

  @Test
  void saysWhatWouldTellSeveralApart() {
    assertThat(french(finding(FindingCode.SEVERAL_HOLDERS, "2", "moisNaissance", "codeInsee")))
        .startsWith("2 personnes du registre")
        .endsWith("le mois de naissance (moisNaissance) ; la commune de naissance (codeInsee).");
    assertThat(french(finding(FindingCode.SEVERAL_HOLDERS, "2"))).endsWith("laquelle.");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    ResourceBundle french = ResourceBundle.getBundle("org.guichet.flux.identity", Locale.FRENCH);
    ResourceBundle english = ResourceBundle.getBundle("org.guichet.flux.identity", Locale.ENGLISH);
    assertThat(english.keySet()).isEqualTo(french.keySet());
  }

  @Test
  void theRapportSaysTheThreeFixedMessagesAndNothingMore() {
    assertThat(
            FindingTexts.rapportMessage(
                finding(FindingCode.HOLDER_UNKNOWN, "anneeNaissance", "1993", "1994"), "T-1"))
        .isEqualTo("Aucun titulaire ne correspond aux critères obligatoires");
    assertThat(FindingTexts.rapportMessage(finding(FindingCode.HOLDER_UNKNOWN_ON_DAY), "T-1"))
        .isEqualTo(
            "Aucun titulaire ne correspond aux critères obligatoires enrichis du jour et du mois"
                + " de naissance");
    assertThat(FindingTexts.rapportMessage(finding(FindingCode.SEVERAL_HOLDERS, "2"), "T-1"))
        .isEqualTo("Plusieurs titulaires ont été identifiés");
  }
}
