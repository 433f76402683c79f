package org.guichet.deposit.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.entity.DepositKind.REAL;
import static org.guichet.deposit.entity.DepositKind.TRIAL;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.ReceiptForm;
import org.guichet.flux.report.ReportJsonWriter;
import org.guichet.flux.report.ReportXmlWriter;
import org.guichet.flux.report.RichReportReader;
import org.guichet.organisation.boundary.OrganisationDesk;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Paper;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.boundary.ReceiptBench;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Alice certifies, Bob drops for her: both get the receipts, in every form. */
class ReceiptFormsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Caller OPERATOR = Caller.commandLine();

  @TempDir Path data;
  private WorkedDesk desk;
  private Optional<OrganisationId> alice;
  private Optional<OrganisationId> bob;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
    alice = Optional.of(desk.bench.alice.id());
    bob = Optional.of(desk.bench.bob.id());
  }

  private ReceiptForms forms(Permission... granted) {
    Permissions permissions = GrantedPermissions.of(granted);
    ReceiptForms forms = new ReceiptForms();
    forms.deposits = ControlBench.deposits(DATABASE);
    forms.report = ControlBench.report(DATABASE);
    forms.papers = ControlBench.papers(DATABASE, desk.bench.settings);
    forms.desk =
        new ReceiptBench(DATABASE, desk.bench.notices, permissions, desk.bench.clock, desk.ids)
            .desk(desk.bench.store);
    forms.organisations = OrganisationDesk.on(DATABASE, desk.bench.clock, desk.ids).directory();
    forms.store = desk.bench.store;
    forms.permissions = permissions;
    forms.settings = desk.bench.settings;
    return forms;
  }

  private byte[] processing(DepositView deposit, ReceiptForm form, Locale language)
      throws IOException {
    return bytes(
        forms(Permission.RECEIPT_READ)
            .make(OPERATOR, bob, deposit.number(), ReceiptKind.PROCESSING, form, language));
  }

  private static byte[] bytes(ReceiptForms.Made made) throws IOException {
    try (InputStream content = made.content()) {
      byte[] bytes = content.readAllBytes();
      assertThat(made.size()).isEqualTo(bytes.length);
      return bytes;
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void theStoredReceiptIsGivenByteForByte() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 2, 1);
    ReceiptForms.Made made =
        forms(Permission.RECEIPT_READ)
            .make(
                OPERATOR,
                alice,
                deposit.number(),
                ReceiptKind.PROCESSING,
                ReceiptForm.XML,
                Locale.ENGLISH);

    assertThat(made.fileName()).startsWith("Accuse_de_traitement_").endsWith(".xml");
    assertThat(new String(bytes(made), UTF_8)).contains("<rapport", "<PassagesKO>");
  }

  @Test
  void xmlAndJsonTellTheSameAndCanBeReadBack() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 3, 2);
    byte[] xml = processing(deposit, ReceiptForm.RICH_XML, Locale.FRENCH);
    byte[] json = processing(deposit, ReceiptForm.JSON, Locale.FRENCH);

    ByteArrayOutputStream jsonOfXml = new ByteArrayOutputStream();
    RichReportReader.xml(new ByteArrayInputStream(xml), new ReportJsonWriter(jsonOfXml));
    ByteArrayOutputStream xmlOfJson = new ByteArrayOutputStream();
    RichReportReader.json(new ByteArrayInputStream(json), new ReportXmlWriter(xmlOfJson));

    assertThat(jsonOfXml.toByteArray()).isEqualTo(json);
    assertThat(xmlOfJson.toByteArray()).isEqualTo(xml);
    assertThat(new String(xml, UTF_8))
        .contains("total=\"5\" acceptes=\"3\" rejetes=\"2\"", "<resultat>PARTIAL</resultat>")
        .contains("constats=\"2\"", "montres=\"2\"", WorkedDesk.idTechnique(deposit, 5));
  }

  @Test
  void sayTheSameInTheSameBytesWheneverTheyAreAskedFor() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 2, 2);
    for (ReceiptForm form : ReceiptForm.values()) {
      byte[] first = processing(deposit, form, Locale.FRENCH);
      desk.catchUp();
      desk.bench.clock.advance(Duration.ofDays(3));
      assertThat(processing(deposit, form, Locale.FRENCH)).as(form.name()).isEqualTo(first);
    }
  }

  @Test
  void csvHasARowForEachFinding() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 3);
    List<String> rows =
        new String(processing(deposit, ReceiptForm.CSV, Locale.ENGLISH), UTF_8).lines().toList();

    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).startsWith("\uFEFF").contains("file;code");
    assertThat(rows.get(3)).contains(WorkedDesk.idTechnique(deposit, 4));
  }

  @Test
  void theRefusalOfAFileIsToldInAllForms() throws IOException {
    DepositView refused = desk.refuse(desk.drop(desk.bench.alice, REAL));
    ReceiptForms forms = forms(Permission.RECEIPT_READ);
    for (ReceiptKind kind : ReceiptKind.values()) {
      for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
        for (ReceiptForm form : ReceiptForm.values()) {
          if (form != ReceiptForm.RICH_XML || kind == ReceiptKind.PROCESSING) {
            assertThat(bytes(forms.make(OPERATOR, alice, refused.number(), kind, form, language)))
                .isNotEmpty();
          }
        }
        Paper paper = forms.read(OPERATOR, alice, refused.number(), kind, language);
        assertThat(paper.stamp().text()).contains("DEP-304");
      }
    }
  }

  @Test
  void thereIsNoReportOfPassagesBesideAReceptionReceipt() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 1);
    ReceiptForms forms = forms(Permission.RECEIPT_READ);
    refused(
        () ->
            forms.make(
                OPERATOR,
                bob,
                deposit.number(),
                ReceiptKind.RECEPTION,
                ReceiptForm.RICH_XML,
                Locale.FRENCH),
        RefusedException.Code.NO_SUCH_RECEIPT);
  }

  @Test
  void aReceptionReceiptIsATableAndAnObjectToo() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 0);
    ReceiptForms forms = forms(Permission.RECEIPT_READ);
    String json =
        new String(
            bytes(
                forms.make(
                    OPERATOR,
                    bob,
                    deposit.number(),
                    ReceiptKind.RECEPTION,
                    ReceiptForm.JSON,
                    Locale.FRENCH)),
            UTF_8);
    String csv =
        new String(
            bytes(
                forms.make(
                    OPERATOR,
                    bob,
                    deposit.number(),
                    ReceiptKind.RECEPTION,
                    ReceiptForm.CSV,
                    Locale.FRENCH)),
            UTF_8);

    assertThat(json)
        .contains("\"ok\":true", "\"deposit\":" + deposit.number())
        .contains(deposit.sha256().map(Sha256::hex).orElseThrow());
    assertThat(csv).contains("Empreinte SHA-256", deposit.fileName()).hasLineCount(2);
  }

  @Test
  void thePdfHoldsSelectableTextInItsOwnFontsAndSaysHowMuchItLeavesOut() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 2, 14);
    byte[] pdf = processing(deposit, ReceiptForm.PDF, Locale.FRENCH);
    keep("processing-fr.pdf", pdf);

    assertThat(text(pdf))
        .contains("Accusé de traitement", "2 passages OK, 14 passages KO")
        .contains("Les 10 premiers constats sur 14", "qui seul fait foi")
        .contains(WorkedDesk.idTechnique(deposit, 3))
        .doesNotContain(WorkedDesk.idTechnique(deposit, 16));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Accusé de traitement");
    }
  }

  @Test
  void theProofNamesFileDigestInstantAndHowToCompareThem() throws IOException {
    DepositView deposit =
        desk.judge(desk.drop(desk.bench.bob, REAL, "œuvre « été » (2).xml", "<lot/>"), 2, 1);
    ReceiptForms forms = forms(Permission.DEPOSIT_VIEW, Permission.RECEIPT_READ);
    ReceiptForms.Made made = forms.proof(OPERATOR, bob, deposit.number(), Locale.FRENCH);
    byte[] pdf = bytes(made);
    keep("proof-fr.pdf", pdf);

    String text = text(pdf);
    assertThat(made.fileName()).isEqualTo("Preuve_de_depot_" + deposit.number() + ".pdf");
    assertThat(text)
        .contains("Preuve de dépôt", "œuvre « été » (2).xml", "6 octets", "UTC+0")
        .contains(deposit.receivedAt().toString(), "SFTP", "Get-FileHash", "Accepté en partie")
        .contains(desk.bench.bob.name(), desk.bench.alice.matricule().value());
    assertThat(text.replace(" ", "")).contains(deposit.sha256().orElseThrow().hex());
    byte[] english = bytes(forms.proof(OPERATOR, bob, deposit.number(), Locale.ENGLISH));
    keep("proof-en.pdf", english);
    assertThat(text(english)).contains("Proof of deposit", "Accepted in part");
    assertThat(bytes(forms.proof(OPERATOR, bob, deposit.number(), Locale.FRENCH))).isEqualTo(pdf);
  }

  @Test
  void whatADepositSaysNeverBecomesMarkup() throws IOException {
    DepositView deposit =
        desk.judge(
            desk.drop(desk.bench.bob, REAL, "<img src='http://192.0.2.1/x'>&amp;.xml", "<lot/>"),
            1,
            0);
    assertThat(text(processing(deposit, ReceiptForm.PDF, Locale.FRENCH)))
        .contains("<img src='http://192.0.2.1/x'>&amp;.xml");
  }

  @Test
  void marksATrial() throws IOException {
    DepositView trial = desk.judge(desk.drop(desk.bench.bob, TRIAL), 1, 0);
    assertThat(text(processing(trial, ReceiptForm.PDF, Locale.FRENCH)))
        .contains("Accusé de traitement d’un essai");
  }

  @Test
  void refusesOthersAndThoseWithoutTheRight() throws IOException {
    DepositView own = desk.judge(desk.drop(desk.bench.alice, REAL), 1, 0);
    Caller key = SpoolBench.key(desk.bench.bob);
    ReceiptForms all = forms(Permission.RECEIPT_READ, Permission.DEPOSIT_VIEW);
    ReceiptForms none = forms(Permission.DEPOSIT_DROP);
    ReceiptKind kind = ReceiptKind.PROCESSING;
    Locale language = Locale.FRENCH;

    List<ThrowingCallable> ofOthers =
        List.of(
            () -> all.make(key, bob, own.number(), kind, ReceiptForm.JSON, language),
            () -> all.read(key, bob, own.number(), kind, language),
            () -> all.proof(key, bob, own.number(), language));
    List<ThrowingCallable> without =
        List.of(
            () -> none.make(key, bob, own.number(), kind, ReceiptForm.JSON, language),
            () -> none.read(key, bob, own.number(), kind, language),
            () -> none.proof(key, bob, own.number(), language));

    assertThat(ofOthers).allSatisfy(call -> refused(call, RefusedException.Code.NO_SUCH_DEPOSIT));
    assertThat(without).allSatisfy(call -> refused(call, RefusedException.Code.NOT_ALLOWED));
  }

  private static void refused(ThrowingCallable call, RefusedException.Code code) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .extracting(RefusedException::code)
        .isEqualTo(code);
  }

  /** To be looked at. */
  private static void keep(String name, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve(name), pdf);
  }
}
