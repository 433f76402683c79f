package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dropping in the portal, following what becomes of it, understanding it, and mending it. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepositsST {
  private static final String UPLOADS = "/portal/uploads";

  private final RunningServer server;
  private final Chromium chromium;

  DepositsST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  private static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "application/xml", bytes);
  }

  private static byte[] clean(Member member, String idFlux, int passages) {
    return member
        .fileFor(member)
        .idFlux(idFlux)
        .passages(passages)
        .passage(n -> FluxSamples.passage(idFlux + "-" + n, FluxSamples.titulaire(n)))
        .bytes();
  }

  /** One of three passages has a digit in a name. */
  private static byte[] withOneBad(Member member, String idFlux) {
    String xml = new String(clean(member, idFlux, 3), UTF_8);
    String name = "<nomNaissance>" + FluxSamples.lastName(2) + "</nomNaissance>";
    assertThat(xml).contains(name);
    return xml.replaceFirst(name, "<nomNaissance>B3RTIN</nomNaissance>").getBytes(UTF_8);
  }

  /** Sends files by the page and waits until each is a deposit. */
  static void drop(Shown shown, FilePayload... files) {
    shown.open("/portal/drop");
    Page page = shown.page();
    page.setInputFiles("#files", files);
    page.click("#drop button[type=submit]");
    page.waitForSelector("#uploads li.ok >> nth=" + (files.length - 1));
  }

  @Test
  void aFileDroppedInThePageIsFollowedUnderstoodAndMended() throws IOException {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      byte[] bytes = withOneBad(member, "PORTAIL-1");
      drop(shown, file("promotion.xml", bytes));
      page.click("text=Voir le dépôt");
      page.waitForURL("**/portal/deposit?number=*");
      page.waitForSelector("#result");

      assertThat(page.locator("main").textContent()).contains("Accepté en partie", "2 OK, 1 KO");
      page.click(".cause");
      page.waitForSelector("#passages");
      assertThat(page.locator("#passages").textContent())
          .contains("PORTAIL-1-2", "B3RTIN", "À faire");
      page.fill("#passage", "PORTAIL-1-3");
      page.click("text=Trouver");
      page.waitForURL("**passage=PORTAIL-1-3*");
      assertThat(page.locator("#passages").textContent())
          .contains("Accepté", "Dépôt après le délai légal");

      String rapport = form(page, "Accusé de traitement", "XML officiel");
      assertThat(rapport).contains("<rapport", "<idTechnique>PORTAIL-1-2</idTechnique>");
      String extract = downloaded(page, "text=Télécharger les passages à corriger");
      assertThat(extract).contains("<idFlux>PORTAIL-1-R1</idFlux>", "PORTAIL-1-2");
      assertThat(extract).doesNotContain("PORTAIL-1-1<", "PORTAIL-1-3<");
      String findings = downloaded(page, "text=Télécharger en CSV");
      assertThat(findings).contains("PORTAIL-1-2", "B3RTIN");

      drop(shown, file("corrige.xml", extract.replace("B3RTIN", "BERTIN").getBytes(UTF_8)));
      page.click("text=Voir le dépôt");
      page.waitForSelector("#result");
      assertThat(page.locator(".lede").textContent()).contains("Accepté");
      assertThat(page.locator("main").textContent()).contains("1 OK, 0 KO");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  /** A file of one's own making, that nothing but its dropper knows for a correction. */
  @Test
  void aFileIsLinkedToTheDepositFromWhosePageItIsDropped() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(shown, file("promotion.xml", withOneBad(member, "MAISON-1")));
      page.click("text=Voir le dépôt");
      page.waitForSelector("#result");
      String first = page.url().replaceFirst(".*number=", "");

      page.click("text=Déposer un fichier corrigé");
      page.waitForURL("**/portal/drop?corrects=*");
      assertThat(page.inputValue("#corrects")).isEqualTo(first);
      page.check("input[value=TRIAL]");
      assertThat(page.isVisible("#corrects")).as("a trial mends nothing").isFalse();
      page.check("input[value=REAL]");
      String again =
          new String(clean(member, "MAISON-1", 3), UTF_8)
              .replaceFirst("<idFlux>[^<]*", "<idFlux>REPRISE-7");
      page.setInputFiles("#files", file("reprise.xml", again.getBytes(UTF_8)));
      page.click("#drop button[type=submit]");
      page.waitForSelector("#uploads li.ok");
      page.click("text=Voir le dépôt");
      page.waitForSelector("#result");
      assertThat(page.locator("section:has(#chain)").textContent())
          .contains("corrige le n° " + first, "il n’y a plus rien à corriger");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  /** What the menu of a receipt gives for this form. */
  private static String form(Page page, String receipt, String form) throws IOException {
    return Files.readString(formFile(page, receipt, form));
  }

  private static Path formFile(Page page, String receipt, String form) {
    String menu = ".tk:has-text('" + receipt + "') .menu";
    page.click(menu + " summary");
    Download download =
        page.waitForDownload(() -> page.click(menu + " a:has-text('" + form + "')"));
    page.click(menu + " summary");
    return download.path();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String printed(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void bothReceiptsComeInAllFormsAndTheProofTellsTheFileByItsDigest() throws IOException {
    Member member = Member.of(server, "fr");
    byte[] bytes = withOneBad(member, "FORMES-1");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(shown, file("formes.xml", bytes));
      page.click("text=Voir le dépôt");
      page.waitForSelector("#result");

      assertThat(form(page, "Accusé de traitement", "XML enrichi"))
          .contains("<analyse", "<resultat>PARTIAL</resultat>", "B3RTIN");
      assertThat(form(page, "Accusé de traitement", "JSON")).contains("\"FORMES-1-2\"", "B3RTIN");
      assertThat(form(page, "Accusé de traitement", "CSV")).contains("FORMES-1-2;", "B3RTIN");
      assertThat(printed(formFile(page, "Accusé de traitement", "PDF")))
          .contains("Accusé de traitement", "2 passages OK, 1 passages KO", "FORMES-1-2", "B3RTIN");
      assertThat(form(page, "Accusé de réception", "XML officiel")).contains("AR-");
      assertThat(form(page, "Accusé de réception", "JSON")).contains("\"ok\":true");
      assertThat(printed(formFile(page, "Accusé de réception", "PDF")))
          .contains("OK : fichier reçu et lisible");
      Download proof = page.waitForDownload(() -> page.click("text=Preuve de dépôt (PDF)"));
      assertThat(proof.suggestedFilename()).startsWith("Preuve_de_depot_");
      assertThat(printed(proof.path()))
          .contains("Preuve de dépôt", "formes.xml", sha256(bytes), "Portail");

      page.click(".tk:has-text('Accusé de traitement') >> text=Lire à l’écran");
      page.waitForURL("**/portal/receipt-paper?*");
      assertThat(page.locator("main").textContent()).contains("FORMES-1-2", "B3RTIN");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void aReceiptIsSentAgainToSomebodyOfTheOrganisation() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(shown, file("encore.xml", clean(member, "ENCORE-1", 1)));
      page.click("text=Voir le dépôt");
      page.waitForSelector("#result");
      page.click(".tk:has-text('Accusé de traitement') >> text=Envoyer de nouveau");
      page.waitForURL("**/portal/receipt-send?*");
      page.locator("input[name=to]").last().check();
      page.click("#go");
      page.waitForSelector("text=L’accusé part de nouveau");
      assertThat(page.url()).contains("/portal/receipt-send?number=");
      assertThat(page.locator("main").textContent())
          .contains("Accusé du dépôt n° ", "de nouveau : encore.xml");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void passagesAreFoundAcrossDepositsByTheirIdAndTheirHoldersName() {
    Member member = Member.of(server, "fr");
    Member other = Member.of(server, "fr");
    other.put("autre.xml", clean(other, "AUTRE-1", 1)).done();
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(shown, file("cherche.xml", clean(member, "CHERCHE-1", 2)));
      Await.until(
          "the passages are listed",
          () -> {
            shown.open("/portal/passages?by=ID&q=CHERCHE-1-2");
            return page.locator("main .list li").count() == 1;
          });
      shown.open(
          "/portal/passages?by=NAME&q=" + FluxSamples.lastName(1).toLowerCase(Locale.FRENCH));
      assertThat(page.locator("main").textContent())
          .contains("CHERCHE-1-1")
          .doesNotContain("AUTRE-1-1");
      page.click("main .list a");
      page.waitForURL("**/portal/deposit?number=*");
      assertThat(page.locator("#passages").textContent()).contains("CHERCHE-1-1");
      shown.open("/portal/search?q=" + FluxSamples.lastName(1));
      assertThat(page.locator("main").textContent()).contains("CHERCHE-1-1");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private static String downloaded(Page page, String selector) throws IOException {
    Download download = page.waitForDownload(() -> page.click(selector));
    return Files.readString(download.path());
  }

  @Test
  void aFileSaysWhatItIsBeforeItIsSent() {
    Member member = Member.of(server, "fr");
    Member other = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/drop");
      page.setInputFiles(
          "#files",
          new FilePayload[] {
            file("petit.xml", clean(member, "AVANT-1", 3)),
            file("grand.xml", clean(member, "AVANT-2", 1_000)),
            file("autrui.xml", clean(other, "AVANT-3", 1)),
            file("coupe.xml", "<flux>".getBytes(UTF_8))
          });
      page.waitForSelector("#uploads li:nth-child(4) .ahead.wa");
      page.waitForSelector("#uploads li:nth-child(3) .ahead.wa");
      page.waitForSelector("#uploads li:nth-child(2) .ahead:has-text('environ')");
      assertThat(page.locator("#uploads li:nth-child(1) .ahead").textContent())
          .contains("Certificateur " + member.matricule(), ", 3 passages.");
      assertThat(page.locator("#uploads li:nth-child(3) .ahead").textContent())
          .contains("Ce fichier serait refusé", other.matricule());
      assertThat(page.locator("#uploads li.ok").count()).isZero();

      page.click("#uploads li:nth-child(3) button");
      page.click("#uploads li:nth-child(3) button");
      assertThat(page.locator("#uploads li").count()).isEqualTo(2);
      page.click("#drop button[type=submit]");
      page.waitForSelector("#uploads li.ok >> nth=1");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void aViewOfTheListIsKeptUnderANameFoundAgainAndForgotten() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/deposits?status=REJECTED&sort=FILE");
      page.click("summary:has-text('Vues')");
      page.fill("#view", "Rejets par nom");
      page.press("#view", "Enter");
      page.waitForSelector("text=La vue « Rejets par nom » est enregistrée");

      shown.open("/portal/deposits");
      page.click("summary:has-text('Vues')");
      page.click("a:has-text('Rejets par nom')");
      page.waitForURL("**/portal/deposits?status=REJECTED&sort=FILE*");
      page.click("summary:has-text('Vues')");
      page.click("button:has-text('Oublier la vue Rejets par nom')");
      page.waitForSelector("text=La vue est oubliée");
      assertThat(page.locator("a:has-text('Rejets par nom')").count()).isZero();
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void anOpenListShowsWhatComesBySftpWithoutBeingLoadedAnew() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      page.waitForWebSocket(() -> shown.open("/portal/deposits"));
      page.evaluate("window.stillTheSame = true");

      member.put("arrive.xml", clean(member, "ARRIVE", 2)).done();

      page.waitForSelector("tbody tr:has-text('arrive.xml'):has-text('Accepté')");
      assertThat(page.evaluate("window.stillTheSame")).isEqualTo(true);
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void nobodyListensWithoutHavingSignedIn() {
    URI live = URI.create(server.web("/portal/live").toString().replaceFirst("^http", "ws"));
    CompletableFuture<WebSocket> opening =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(live, new WebSocket.Listener() {});

    assertThat(opening).failsWithin(Duration.ofSeconds(30));
  }

  @Test
  void theSameBytesBySftpAndInThePageAreOneDeposit() {
    Member member = Member.of(server, "fr");
    byte[] bytes = clean(member, "DEUX-VOIES", 2);
    member.put("par-sftp.xml", bytes).done();
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(shown, file("par-le-portail.xml", bytes));
      shown.open("/portal/deposits");
      assertThat(page.locator("tbody tr:has-text('par-le-portail.xml')").textContent())
          .contains("Doublon");
      page.click("text=par-le-portail.xml");
      page.waitForURL("**/portal/deposit?number=*");
      assertThat(page.locator("h1").textContent()).contains("par-sftp.xml");
    }
  }

  @Test
  void theListIsFilteredByItsAddressAndExported() throws IOException {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(
          shown,
          file("avril.xml", clean(member, "AVRIL", 2)),
          file("mai.xml", withOneBad(member, "MAI")),
          file("malforme.xml", "<flux>".getBytes(UTF_8)));
      Await.until(
          "three verdicts",
          () -> {
            shown.open("/portal/deposits");
            String rows = page.locator("tbody").textContent();
            return rows.contains("Refusé")
                && rows.contains("Accepté en partie")
                && !rows.contains("En attente")
                && !rows.contains("Analyse");
          });
      page.selectOption("#status", "PARTLY_ACCEPTED");
      page.click("button:has-text('Chercher')");
      page.waitForURL("**status=PARTLY_ACCEPTED*");
      assertThat(page.locator("tbody tr")).satisfies(rows -> assertThat(rows.count()).isEqualTo(1));
      assertThat(page.locator("tbody").textContent()).contains("mai.xml");

      page.click("summary:has-text('Exporter')");
      String csv = downloaded(page, "text=CSV");
      assertThat(csv).contains("mai.xml").doesNotContain("avril.xml");
      page.click("text=Effacer les filtres");
      page.waitForURL("**/portal/deposits?");
      page.click("th a:has-text('Fichier')");
      page.waitForURL("**sort=FILE*");
      assertThat(page.locator("tbody th a").allTextContents())
          .containsExactly("avril.xml", "mai.xml", "malforme.xml");

      page.click("text=malforme.xml");
      page.waitForSelector("#refused");
      assertThat(page.locator("main").textContent()).contains("DEP-311");
    }
  }

  @Test
  void whatBrokeOffGoesOnWhereItWas() {
    Member member = Member.of(server, "fr");
    byte[] bytes = clean(member, "COUPE", 40);
    try (Shown shown = chromium.french()) {
      Administrator.signedIn(shown, member);
      APIRequestContext line = shown.page().context().request();
      int half = bytes.length / 2;
      APIResponse begun =
          line.post(
              server.web(UPLOADS).toString(),
              bytes("Upload-Length", Integer.toString(bytes.length))
                  .setHeader(
                      "Upload-Metadata",
                      "filename " + base64("coupe.xml") + ",kind " + base64("REAL"))
                  .setData(Arrays.copyOf(bytes, half)));
      assertThat(begun.status()).isEqualTo(201);
      String address =
          server.web(Objects.requireNonNull(begun.headers().get("location"))).toString();
      assertThat(member.names("/incomplets")).containsExactly("coupe.xml");

      Map<String, String> told =
          line.head(address, RequestOptions.create().setHeader("Tus-Resumable", "1.0.0")).headers();
      assertThat(told).containsEntry("upload-offset", Integer.toString(half));
      assertThat(line.patch(address, bytes("Upload-Offset", "1").setData(new byte[] {1})).status())
          .isEqualTo(409);
      APIResponse ended =
          line.patch(
              address,
              bytes("Upload-Offset", Integer.toString(half))
                  .setData(Arrays.copyOfRange(bytes, half, bytes.length)));

      assertThat(ended.status()).isEqualTo(204);
      long number = Long.parseLong(Objects.requireNonNull(ended.headers().get("guichet-deposit")));
      JsonObject deposit =
          Await.present(
              "the verdict",
              () ->
                  server.deposits(member.matricule()).stream()
                      .filter(one -> one.getInt("number") == number)
                      .filter(one -> !one.isNull("decidedAt"))
                      .findFirst());
      assertThat(deposit.getInt("accepted")).as(deposit.toString()).isEqualTo(40);
    }
  }

  @Test
  void refusesEarlyWhatCantBeDropped() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      APIRequestContext line = page.context().request();
      for (List<String> refused :
          List.of(
              List.of("notes.txt", "10", "415"),
              List.of("trop.xml", "99999999999", "413"),
              List.of("../dehors.xml", "10", "400"))) {
        assertThat(
                line.post(
                        server.web(UPLOADS).toString(),
                        bytes("Upload-Length", refused.get(1))
                            .setHeader(
                                "Upload-Metadata",
                                "filename " + base64(refused.get(0)) + ",kind " + base64("REAL"))
                            .setData("x".getBytes(UTF_8)))
                    .status())
            .isEqualTo(Integer.parseInt(refused.get(2)));
      }
      shown.open("/portal/drop");
      page.setInputFiles("#files", file("notes.txt", "x".getBytes(UTF_8)));
      page.click("#drop button[type=submit]");
      page.waitForSelector("#uploads li.ko");
      assertThat(page.locator("#uploads").textContent()).contains("doit finir par .xml");
      assertThat(server.deposits().stream().map(d -> d.getString("sender")))
          .doesNotContain(member.matricule());
    }
  }

  private RequestOptions bytes(String header, String value) {
    return RequestOptions.create()
        .setHeader("Origin", "http://" + server.web("/").getAuthority())
        .setHeader("Tus-Resumable", "1.0.0")
        .setHeader("Content-Type", "application/offset+octet-stream")
        .setHeader(header, value);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void aDepositOfOthersIsNotThere() {
    Member owner = Member.of(server, "fr");
    Member stranger = Member.of(server, "fr");
    owner.put("prive.xml", clean(owner, "PRIVE", 1)).done();
    long number =
        Await.present(
            "the deposit",
            () ->
                server.deposits().stream()
                    .filter(deposit -> deposit.getString("sender").equals(owner.matricule()))
                    .map(deposit -> (long) deposit.getInt("number"))
                    .findFirst());
    try (Shown shown = chromium.french()) {
      Administrator.signedIn(shown, stranger);
      for (String address :
          List.of(
              "/portal/deposit?number=",
              "/portal/receipt?number=",
              "/portal/rejects?number=",
              "/portal/findings.csv?number=")) {
        assertThat(
                shown
                    .page()
                    .context()
                    .request()
                    .get(server.web(address + number).toString())
                    .status())
            .as(address)
            .isEqualTo(404);
      }
      shown.open("/portal/deposits");
      assertThat(shown.page().locator("main").textContent()).doesNotContain("prive.xml");
    }
  }
}
