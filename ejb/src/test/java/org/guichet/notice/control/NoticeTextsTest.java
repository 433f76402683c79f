package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guichet.notice.entity.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class NoticeTextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{(?:word\\.)?(\\w+)}");
  static final List<String> TEMPLATES =
      List.of(
          "receipt.reception.ok",
          "receipt.reception.ko",
          "receipt.reception.duplicate",
          "receipt.processing",
          "receipt.processing.accepted",
          "receipt.processing.partly",
          "receipt.processing.rejected",
          "receipt.processing.refused",
          "receipt.processing.again",
          "receipt.sent-again",
          "upload.incomplete",
          "digest.daily");

  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("from", "1 mars 2026"),
          Map.entry("until", "31 mars 2026"),
          Map.entry("name", "serveur"),
          Map.entry("fingerprint", "SHA256:77"),
          Map.entry("lastDay", "5 décembre 2026"),
          Map.entry("used", "21 novembre 2026"),
          Map.entry("identity", "NO_REGISTER"),
          Map.entry("depositNumber", "42"),
          Map.entry("firstDepositNumber", "41"),
          Map.entry("fileName", "certifiés.xml"),
          Map.entry("receiptNumber", "R-7"),
          Map.entry("outbox", "/accuses"),
          Map.entry("sha256", "ab".repeat(32)),
          Map.entry("organisation", "Lycée d’Exemple"),
          Map.entry("sender", "12ABC345 Lycée d’Exemple"),
          Map.entry("certifier", "98XYZ765 Certif"),
          Map.entry("passagesAccepted", "10"),
          Map.entry("passagesRejected", "2"),
          Map.entry("code", "DEP-12"),
          Map.entry("reason", "Le contrat n’est pas en vigueur."),
          Map.entry("mend", "Vérifiez idContrat."),
          Map.entry("droppedAt", "21 novembre 2026 à 14 h 05"),
          Map.entry("size", "1024"),
          Map.entry("action", "SUPPRESSION"),
          Map.entry("day", "21 novembre 2026"),
          Map.entry("count", "3"),
          Map.entry("oldest", "21 novembre 2026"),
          Map.entry("since", "21 novembre 2026"),
          Map.entry("next", "21 novembre 2027"),
          Map.entry("before", "Exploite le portail"),
          Map.entry("after", "Consulte le journal d’audit"),
          Map.entry("place", "Lycée d’Exemple (12ABC345)"),
          Map.entry("group", "Équipe du matin"),
          Map.entry("service", "Dépôt de passages"),
          Map.entry("legalName", "Lycée d’Exemple SA"),
          Map.entry("seat", "1 rue d’Exemple"),
          Map.entry("siret", "73282932000074"),
          Map.entry("uai", "0750652B"),
          Map.entry("ide", "CHE-115.308.306"),
          Map.entry("deposits", "305"),
          Map.entry("ko", "3"),
          Map.entry("toMend", "3"),
          Map.entry("nothingToMend", "0"),
          Map.entry("shown", "300"),
          Map.entry("more", "5"),
          Map.entry("number", "42"),
          Map.entry("outcome", "PARTLY"),
          Map.entry("mark", "TRIAL"),
          Map.entry("accepted", "1"),
          Map.entry("rejected", "2"),
          Map.entry("login", "lea.martin"),
          Map.entry("givenName", "Léa"),
          Map.entry("familyName", "Martin"),
          Map.entry("inviter", "Omar Roy"),
          Map.entry("provider", "Vauclair"),
          Map.entry("link", "https://guichet.example/signin/activation.xhtml?token=abc"),
          Map.entry("date", "2027-12-22"),
          Map.entry("person", "Ana Petit"),
          Map.entry("rights", "Dépose des fichiers, Lit les accusés"),
          Map.entry("beginning", "49dc13c1"),
          Map.entry("registration", "https://guichet.example/signin/personal"),
          Map.entry("expired", "ana.petit"),
          Map.entry("email", "ana.petit@exemple.fr"),
          Map.entry("matricule", "12ABC345"),
          Map.entry("contract", "CTR-001001"),
          Map.entry("kind", "TICKET_OTHER"),
          Map.entry("near", "3"),
          Map.entry("late", "1"),
          Map.entry("days", "15"),
          Map.entry("created", "3"),
          Map.entry("files", "eleves.csv"),
          Map.entry("report", "import-20261123-061500-3f2a9c1b-applique.csv"),
          Map.entry("incident", "5b1c"),
          Map.entry("errors", "2"),
          Map.entry("why", "Lignes en erreur ou ambiguës : 2."),
          Map.entry("unreadable", "1"),
          Map.entry("changed", "2"),
          Map.entry("unchanged", "250"),
          Map.entry("left", "1"),
          Map.entry("text", "Bonjour."),
          Map.entry("publicUrl", "https://guichet.example"));

  private static Notice notice(String template, Map<String, String> arguments) {
    return notice(Locale.FRENCH, template, arguments);
  }

  static Notice notice(Locale language, String template, Map<String, String> arguments) {
    Notice notice = new Notice("a@b.example", language, template, arguments, List.of(), "k");
    return template.startsWith("digest")
        ? notice.with(List.of(row("41", "lot-1.xml", "ACCEPTED"), row("42", "lot-2.xml", "PARTLY")))
        : notice;
  }

  private static String text(Locale language, Notice notice) {
    return TextPart.of(NoticeTexts.in(language).content(notice));
  }

  private static Map<String, String> row(String number, String file, String outcome) {
    return Map.of(
        "number", number,
        "droppedAt", "21/11 14:05",
        "fileName", file,
        "sender", "12ABC345 Lycée d’Exemple",
        "outcome", outcome,
        "mark", "",
        "accepted", "10",
        "rejected", "");
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "org.guichet.notice.notices",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void bothLanguagesHaveTheSameTextsAndQuoteTheSameArguments() {
    ResourceBundle french = bundle(Locale.FRENCH);
    ResourceBundle english = bundle(Locale.ENGLISH);
    assertThat(french.keySet()).isEqualTo(english.keySet());
    for (String key : french.keySet()) {
      assertThat(places(french.getString(key))).as(key).isEqualTo(places(english.getString(key)));
      assertThat(ALL.keySet()).as(key).containsAll(places(french.getString(key)));
      assertThat(french.getString(key).lines().count())
          .as(key)
          .isEqualTo(english.getString(key).lines().count());
    }
  }

  @ParameterizedTest
  @FieldSource("TEMPLATES")
  void everyNoticeReadsWholeInBothLanguages(String template) {
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      NoticeTexts texts = NoticeTexts.in(language);
      assertThat(texts.knows(template)).isTrue();
      String subject = texts.subject(notice(template, ALL));
      String body = TextPart.of(texts.content(notice(template, ALL)));
      String about = template.startsWith("digest") ? "305" : "certifiés.xml";
      assertThat(subject).contains(about).doesNotContain("{");
      assertThat(body).doesNotContain("{").contains(about);
      assertThat(body.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
      assertThat(body.lines().findFirst().orElse("")).contains(about);
    }
  }

  @Test
  void saysTheResultThenWhatToDoThenWhere() {
    assertThat(text(Locale.FRENCH, notice("receipt.reception.ko", ALL)))
        .isEqualTo(
            """
            Le fichier certifiés.xml est refusé en entier : aucun de ses passages n’est enregistré.

            Motif : Le contrat n’est pas en vigueur.
            Code : DEP-12

            À faire : Vérifiez idContrat. Une fois la cause corrigée, déposez le fichier de nouveau.

            Dépôt : n° 42
            Déposé le : 21 novembre 2026 à 14 h 05
            Fichier : certifiés.xml
            Organisation destinataire : Lycée d’Exemple
            Déposant : 12ABC345 Lycée d’Exemple
            Certificateur : 98XYZ765 Certif
            Accusé de réception : n° R-7, ci-joint et par SFTP dans /accuses
            Empreinte SHA-256 de l’accusé : %s
            Guichet : https://guichet.example

            --
            Message automatique du guichet de dépôt : il est inutile d’y répondre.
            """
                .formatted("ab".repeat(32))
                .replace("\n", "\r\n"));
  }

  @Test
  void leavesOutALineThatLacksItsArgumentAndKeepsOneBlankLineOfAnEmptyParagraph() {
    Map<String, String> few = new HashMap<>(Map.of("fileName", "a.xml", "certifier", "-"));
    few.put("depositNumber", "42");
    String body = text(Locale.FRENCH, notice("receipt.processing.refused", few));
    assertThat(body)
        .doesNotContain("Motif", "Certificateur", "\r\n\r\n\r\n")
        .contains("Dépôt : n° 42");
  }

  @Test
  void marksATrialInSubjectAndBody() {
    Map<String, String> trial = new HashMap<>(ALL);
    trial.put("trial", "true");
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      NoticeTexts texts = NoticeTexts.in(language);
      assertThat(texts.subject(notice("receipt.processing", trial))).contains("ESSAI]");
      assertThat(text(language, notice("receipt.processing", trial)).lines().findFirst().orElse(""))
          .contains("ESSAI");
      assertThat(texts.subject(notice("receipt.processing", ALL))).doesNotContain("ESSAI");
    }
  }

  @Test
  void anArgumentMakesNoLineNoHeaderAndNoPlaceOfItsOwn() {
    Map<String, String> evil = new HashMap<>(ALL);
    evil.put("fileName", "a{reason}$1\\.xml\r\nBcc: victim@b.example");
    NoticeTexts texts = NoticeTexts.in(Locale.FRENCH);
    assertThat(texts.subject(notice("upload.incomplete", evil)))
        .isEqualTo("Envoi interrompu : a{reason}$1\\.xml Bcc: victim@b.example");
    assertThat(text(Locale.FRENCH, notice("upload.incomplete", evil)).lines())
        .noneMatch(line -> line.startsWith("Bcc"));
  }

  @Test
  void keepsTheParagraphsOfWhatSomebodyWroteAndTakesNothingInItForAPlaceOrAFact() {
    Map<String, String> arguments = new HashMap<>(ALL);
    arguments.put("text", "Bonjour.\n\n!À faire|{code}\r\n#table");
    assertThat(text(Locale.FRENCH, notice("ticket.answered", arguments)))
        .contains("\r\n\r\nBonjour.\r\n\r\n!À faire|{code}\r\n\r\n#table\r\n\r\n");
  }

  @Test
  void writesFrenchToWhoeverReadsAnotherLanguage() {
    assertThat(NoticeTexts.in(Locale.GERMAN).language()).isEqualTo("fr");
    assertThat(NoticeTexts.in(Locale.UK).language()).isEqualTo("en");
    assertThat(NoticeTexts.in(Locale.FRENCH).knows("nonsense")).isFalse();
  }
}
