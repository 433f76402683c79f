package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.entity.AccountMistake;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.Verification;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.invitation.entity.InvitationMistake;
import org.guichet.invitation.entity.RedeemOutcome;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.Mistake;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.entity.RosterCode;
import org.junit.jupiter.api.Test;

/** docs/codes.md lists every code that people, programs and logs are told. */
class CodesPageTest {
  private static final String HEAD =
      """
      # Codes

      <!-- Made from enums, bundles and log statements; -Dguichet.docs.write=true writes it anew. -->

      A code, once given, keeps its meaning for ever; a retired one is never used again. Programs
      should look at codes, never at texts, with one exception that is older than this system: the
      four messages of the rapport that certifiers' programs compare letter by letter.
      """;

  private static final String REFUSALS = "org.guichet.deposit.refusals";
  private static final String ORGANISATION = "org.guichet.organisation.organisation";
  private static final String DIFFERENCES = "org.guichet.deposit.differences";
  private static final String ACCOUNT = "org.guichet.account.account";
  private static final String ASSISTANCE = "org.guichet.assistance.assistance";
  private static final String INVITATION = "org.guichet.invitation.invitation";
  private static final String AUDIT = "org.guichet.audit.audit";
  private static final String ROSTER = "org.guichet.roster.roster";
  private static final String WEB = "org.guichet.web.messages";
  private static final String SFTP = "org.guichet.sftp.answers";

  @Test
  void saysWhatTheCodeDoes() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    findings(page);
    refusals(page);
    section(page, "Answers of the SFTP door", "In the text of the SFTP status, in front.");
    named(page, sftpCodes(), SFTP, "");
    section(
        page,
        "What is not allowed, or not there",
        "Whichever way somebody asks: command line, page or API.");
    named(page, List.of(RefusedException.Code.values()), WEB, "platform.refusal.");
    section(page, "Mistakes in what was typed", "Told at the field they belong to.");
    named(page, List.of(Mistake.Code.values()), ORGANISATION, "mistake.");
    section(
        page,
        "Mistakes in people’s data",
        "Names, addresses, passwords, profiles; told at the field they belong to.");
    named(page, List.of(AccountMistake.Code.values()), ACCOUNT, "mistake.");
    section(page, "Mistakes in requests for assistance", "Told at the field they belong to.");
    named(page, List.of(TicketMistake.Code.values()), ASSISTANCE, "mistake.");
    section(
        page,
        "Mistakes in invitation codes",
        "In a wish for codes, and why a code gives nothing; told at the field they belong to.");
    named(page, List.of(InvitationMistake.Code.values()), INVITATION, "mistake.");
    page.append('\n');
    named(page, List.of(RedeemOutcome.Reason.values()), INVITATION, "mistake.");
    section(page, "What the audit keeps", "Names stand in sealed rows and never change.");
    named(page, List.of(AuditAction.values()), AUDIT, "action.");
    section(page, "What is wrong with a broken audit", "Said by ./guichet audit verify.");
    named(page, List.of(Verification.Fault.values()), AUDIT, "fault.");
    section(
        page,
        "Rights of a drop",
        "How the command line words them; receipts word the DEP-33x codes above.");
    named(page, List.of(DepositRight.Refusal.values()), ORGANISATION, "refusal.");
    differences(page);
    people(page);
    events(page);

    Repository.assertPageSays("codes.md", page.toString());
  }

  private static void section(StringBuilder page, String title, String lead) {
    page.append("\n## ").append(title).append("\n\n").append(lead).append("\n\n");
  }

  private static void findings(StringBuilder page) {
    section(
        page,
        "Findings in a file",
        "Of a passage or of the file, with line and column. The severity is the usual one.");
    for (String language : Bundle.LANGUAGES) {
      page.append(language.equals("fr") ? "Français :\n\n" : "\nEnglish:\n\n");
      page.append("| code | title | severity | explanation | expected | mend |\n");
      page.append("| --- | --- | --- | --- | --- | --- |\n");
      page.append(FindingTexts.toMarkdown(Locale.forLanguageTag(language)));
    }
  }

  private static void refusals(StringBuilder page) {
    section(
        page,
        "Refusals of a whole file",
        "In the accusé de réception; the rapport files them under the type.");
    page.append("| code | name | type | what happened, what to do |\n| --- | --- | --- | --- |\n");
    for (RefusalCode code : RefusalCode.values()) {
      page.append(
          "| %s | `%s` | %s | %s |\n"
              .formatted(
                  code.number(),
                  code.name(),
                  code.type(),
                  Bundle.LANGUAGES.stream()
                      .map(language -> Bundle.of(REFUSALS, language))
                      .map(b -> b.text(code + ".reason") + " " + b.text(code + ".mend"))
                      .map(CodesPageTest::cell)
                      .collect(Collectors.joining("<br>"))));
    }
  }

  private static void people(StringBuilder page) {
    section(
        page,
        "Findings in files of people",
        "Of a file, a column or a row of an import. The severity is the usual one.");
    page.append("| code | severity | français | English |\n| --- | --- | --- | --- |\n");
    for (RosterCode code : RosterCode.values()) {
      page.append(
          "| %s `%s` | %s | %s |\n"
              .formatted(
                  code.number(),
                  code,
                  code.severity(),
                  Bundle.LANGUAGES.stream()
                      .map(language -> Bundle.of(ROSTER, language))
                      .map(b -> b.text(code + ".what") + " " + b.text(code + ".mend"))
                      .map(CodesPageTest::cell)
                      .collect(Collectors.joining(" | "))));
    }
  }

  private static void differences(StringBuilder page) {
    section(
        page,
        "What a reconciliation finds",
        "Told by `./guichet reconcile`, and in the log under DEP-206. What to do: operations.md.");
    page.append("| code | français | English | mended |\n| --- | --- | --- | --- |\n");
    for (DifferenceKind kind : DifferenceKind.values()) {
      Bundle english = Bundle.of(DIFFERENCES, "en");
      page.append(
          "| %s `%s` | %s | %s | %s |\n"
              .formatted(
                  kind.number(),
                  kind,
                  cell(Bundle.of(DIFFERENCES, "fr").text(kind + ".what")),
                  cell(english.text(kind + ".what")),
                  english.keys().contains(kind + ".mended")
                      ? cell(english.text(kind + ".mended"))
                      : "no"));
    }
  }

  private static void named(StringBuilder page, List<?> codes, String bundle, String prefix) {
    page.append("| code | français | English |\n| --- | --- | --- |\n");
    for (Object code : codes) {
      String name = ((Enum<?>) code).name();
      String shown = code.toString().equals(name) ? "`" + name + "`" : code + " `" + name + "`";
      page.append(
          "| %s | %s | %s |\n"
              .formatted(
                  shown,
                  cell(Bundle.of(bundle, "fr").text(prefix + name)),
                  cell(Bundle.of(bundle, "en").text(prefix + name))));
    }
  }

  private static void events(StringBuilder page) {
    section(
        page,
        "Events in the log",
        "One line each, without personal data. 1xx: something happened; 2xx: something went"
            + " another way than it should, and the system goes on; 9xx and SFT-19x: a fault.");
    page.append("| code | level | line | told by |\n| --- | --- | --- | --- |\n");
    for (LogEvent event : LogEvent.all()) {
      page.append(
          "| %s | %s | %s | `%s` |\n"
              .formatted(event.code(), event.level(), cell(event.text()), event.teller()));
    }
  }

  private static String cell(String text) {
    return text.replace("''", "'").replace("|", "\\|").replace("<", "\\<").replace("\n", " ");
  }

  /** The door keeps its codes to itself; what they are is public all the same. */
  private static List<?> sftpCodes() {
    try {
      return List.of(Class.forName("org.guichet.sftp.Refusal$Code").getEnumConstants());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyCodeMeansOneThing() {
    List<String> codes =
        Stream.of(
                Arrays.stream(FindingCode.values()).map(FindingCode::number),
                Arrays.stream(RefusalCode.values()).map(RefusalCode::number),
                sftpCodes().stream().map(Object::toString),
                Arrays.stream(DifferenceKind.values()).map(DifferenceKind::number),
                LogEvent.all().stream().map(LogEvent::code))
            .flatMap(each -> each)
            .toList();

    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z]{3}-\\d{3}"));
  }
}
