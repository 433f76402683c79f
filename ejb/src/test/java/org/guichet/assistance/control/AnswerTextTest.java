package org.guichet.assistance.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {
  private static final String SAID = "Bonjour,\n\nVoici le SIRET : 732 829 320 00074.\n\nAna Petit";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le 22 nov. 2026 à 14:05, Guichet <guichet@guichet.example> a écrit :\n\n> Bonjour,\n>\n> Quel"
            + " est votre SIRET ?",
        "Le dim. 22 nov. 2026 à 14:05, Guichet de dépôt\n<guichet@guichet.example> a écrit :\n\n> Bonjour",
        "On Sun, 22 Nov 2026 at 14:05, Guichet <guichet@guichet.example> wrote:\n> Bonjour,\n> Quel ?",
        "On 22/11/2026 14:05, guichet@guichet.example wrote:\nBonjour,\nQuel est votre SIRET ?",
        "-----Message d'origine-----\nDe : Guichet\nEnvoyé : dimanche 22 novembre 2026\n\nBonjour",
        "-------- Message transféré --------\nSujet : x\n\nBonjour",
        "-----Original Message-----\nFrom: Guichet\nSent: Sunday\n\nHello",
        "________________________________\nDe : Guichet <guichet@guichet.example>\nEnvoyé : dimanche 22"
            + " novembre 2026 14:05\nÀ : Ana Petit\nObjet : Réponse\n\nBonjour",
        "De : Guichet <guichet@guichet.example>\nDate : dimanche 22 novembre 2026\n\nBonjour",
        "> Bonjour,\n> Quel est votre SIRET ?"
      })
  void leavesTheOriginalAsideHoweverAProgramQuotesIt(String quoted) {
    assertThat(AnswerText.of(SAID + "\n\n" + quoted + "\n")).isEqualTo(SAID);
  }

  @Test
  void keepsAllOfAnAnswerBetweenQuotedLines() {
    String between =
        "Le 22 nov. 2026 à 14:05, Guichet <guichet@guichet.example> a écrit :\n"
            + "> Quel est votre SIRET ?\n732 829 320 00074\n> Et votre adresse ?\n1 rue d’Exemple";
    assertThat(AnswerText.of(between)).isEqualTo(between);
  }

  @Test
  void keepsAllWhenNothingStandsAboveTheQuote() {
    String below = "> Quel est votre SIRET ?";
    assertThat(AnswerText.of(below)).isEqualTo(below);
    assertThat(AnswerText.of(" \n ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le directeur a écrit :\nnous acceptons.",
        "De : 9 h à 12 h\nIl y a quelqu’un.",
        "Voici la liste :\n> nulle part\nmais ceci vient après.",
        "Signature\n________________________________\nInstitut Vauclair"
      })
  void leavesWhatPeopleWriteThemselvesAlone(String written) {
    assertThat(AnswerText.of(written)).isEqualTo(written);
  }

  @Test
  void endsSoonWhateverAStrangerSends() {
    String hostile = "On 1 @ wrote:\n> a\nb\n".repeat(4_000) + "Le 1@".repeat(5_000);
    assertThat(AnswerText.of(hostile)).isNotEmpty();
  }
}
