package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The assistant that imports people, from its files to the way back, in Chromium. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportST {
  private final RunningServer server;
  private final Chromium chromium;

  ImportST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  @Test
  void aSchoolImportsPupilsAndParentsMendsADateAndTakesItAllBack() {
    Member school = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, school);
      ImportCast.begin(shown);
      ImportCast.choose(page);
      page.click("button[value=next]");
      page.waitForURL("**/portal/import-fields?id=*");
      assertThat(page.locator("main").textContent())
          .contains("eleves.csv", "parents.csv", "Toutes les colonnes obligatoires sont là")
          .contains("Proche de", "Sans correspondance");
      page.click("button[value=next]");
      page.waitForURL("**/portal/import-classes?id=*");
      assertThat(page.locator("#classes").textContent())
          .contains("La classe CM2 A sera créée", "Écrite autrement ailleurs dans vos fichiers");
      page.click("button[value=next]");
      page.waitForURL("**/portal/import-report?id=*");
      page.waitForSelector("#apply");
      mend(page);
      page.click("button[value=apply]");
      page.waitForURL("**/portal/import-done?id=*");
      page.waitForSelector("#figures");
      assertThat(page.locator("h1").textContent()).contains("Import effectué");
      String report =
          shown
              .context()
              .request()
              .get(page.url().replaceAll("import-done", "import-report.csv"))
              .text();
      assertThat(report).contains("nino.abellard", "29/02/2016", "Créé");
      codes(page);
      undo(page);
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void filesAreDraggedOntoTheCardOfTheirProfile() {
    Member school = Member.of(server, "fr");
    String head = "Nom;Prénom;Date de naissance;Classe\n";
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, school);
      ImportCast.begin(shown);
      ImportCast.drag(
          page,
          "PUPIL",
          Map.of(
              "cm1.csv", head + "ABELLARD;Nino;14/02/2016;CM1\n",
              "cm2.csv", head + "CHARDOT;Olivia;01/09/2015;CM2\n"));
      ImportCast.drag(page, "PUPIL", Map.of("notes.pdf", "x", "cp.csv", head));
      ImportCast.drag(page, "STAFF", Map.of("agents.csv", "Nom;Prénom\nROY;Jean\n"));
      assertThat(page.locator(".kinds > li:has(#PUPIL) [data-chosen]").textContent())
          .contains("cm1.csv", "cm2.csv", "cp.csv", "notes.pdf", "Ni CSV ni XLSX");
      assertThat(page.locator("#files-status").textContent()).contains("agents.csv, prêt");
      page.click("button:has-text('Retirer cp.csv')");
      page.click("button[value=add]");
      page.waitForSelector(".taken .st");
      assertThat(page.locator(".kinds .st b").allTextContents())
          .containsExactlyInAnyOrder("cm1.csv", "cm2.csv", "agents.csv");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void anOpenPageIsToldHowFarItsImportIs() {
    Member school = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, school);
      List<String> told = new CopyOnWriteArrayList<>();
      page.onWebSocket(line -> line.onFrameReceived(frame -> told.add(frame.text())));
      ImportCast.begin(shown);
      page.setInputFiles("#PUPIL", ImportCast.many(8_000));
      page.click("button[value=next]");
      page.waitForURL("**/portal/import-fields?id=*");
      page.click("button[value=next]");
      page.waitForURL("**/portal/import-classes?id=*");
      WebSocket line = page.waitForWebSocket(() -> page.click("button[value=next]"));
      assertThat(line.url()).endsWith("/portal/live/import/" + ImportCast.id(page));
      ImportCast.waitLong(page, "#apply");
      assertThat(told).allMatch("moved"::equals); // none, where the plan was there before the line
      told.clear();
      page.click("button[value=apply]");
      page.waitForURL("**/portal/import-done?id=*");
      ImportCast.waitLong(page, "#figures");
      assertThat(told).contains("moved");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private static void mend(Page page) {
    assertThat(page.locator("#apply").textContent()).contains("Une ligne est à corriger");
    page.click(".chips .btn-d");
    page.waitForURL("**code=NOT_A_DAY*");
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    assertThat(page.locator("tbody").textContent()).contains("31/02/2016", "IMP-304");
    page.click("tbody a:has-text('Modifier cette ligne')");
    page.getByLabel("Date de naissance").fill("29/02/2016");
    page.click("button[value=edit]");
    page.waitForSelector("#apply:has-text('Aucune ligne ne bloque')");
    page.click("text=Voir tout");
    page.waitForSelector("tbody tr:has-text('29/02/2016')");
  }

  private void codes(Page page) {
    String done = page.url();
    page.click("a[href*='/portal/slips?import=']");
    page.waitForURL("**/portal/slips?import=*");
    assertThat(page.locator("main").textContent()).contains("codes à créer");
    String report =
        page.context()
            .request()
            .post(
                server.web("/portal/import-codes.csv").toString(),
                RequestOptions.create()
                    .setHeader("Sec-Fetch-Site", "same-origin")
                    .setForm(
                        FormData.create()
                            .set("id", page.locator("main input[name=id]").inputValue())))
            .text();
    assertThat(report).containsPattern("nino[.]abellard\\d*;.*;[A-HJ-NP-Z2-9]{8}\\R");
    page.navigate(done);
  }

  private static void undo(Page page) {
    page.click("aside .btn-d");
    page.waitForURL("**/portal/import-end?id=*");
    assertThat(page.locator("main").textContent()).contains("reprennent leur état d’avant");
    page.click("#go");
    page.waitForURL("**/portal/import-done?id=*");
    page.waitForSelector("h1:has-text('Import annulé après coup')");
    page.click("text=Tous les imports");
    page.waitForURL("**/portal/imports");
    assertThat(page.locator("tbody").textContent()).contains("Annulé après coup", "eleves.csv");
  }

  @Test
  void aSchoolsProgramImportsBySftpAndIsAnswered() {
    Member school = Member.of(server, "fr");
    Member robot = ImportCast.robot(school);
    assertThat(robot.names("/")).containsExactly("import");
    assertThat(school.sftp("ls /import").exit()).as("a key that may not import").isNotZero();

    robot
        .sftp(
            "put " + robot.local("eleves.part", ImportCast.pupils()) + " /import/eleves/e.csv.part",
            "rename /import/eleves/e.csv.part /import/eleves/eleves.csv",
            "put " + robot.local("parents.csv", ImportCast.parents()) + " /import/parents/")
        .done();

    String draft = report(robot, "-a-verifier.json");
    assertThat(new String(robot.get(draft), UTF_8))
        .contains("\"outcome\":\"DRAFT\"", "eleves.csv", "parents.csv");
    assertThat(new String(robot.get(draft.replace(".json", ".csv")), UTF_8))
        .contains("IMP-304", "nino.abellard", "parents.csv;Créé;Parent;ABELLARD;Sonia");
    Await.until(
        "the mail that it waits",
        () ->
            Mails.to(school).stream()
                .anyMatch(mail -> mail.subject().contains("Import de personnes par SFTP")));

    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, school);
      shown.open("/portal/imports");
      assertThat(page.locator("tbody").textContent()).contains("SFTP", "eleves.csv");
      page.click("tbody a:has-text('Reprendre')");
      page.waitForURL("**/portal/import-report?id=*");
      page.navigate(page.url().replace("import-report", "import-end"));
      page.click("#go");
      page.waitForURL("**/portal/imports");
      shown.open("/portal/settings");
      page.check("input[name=imports][value=APPLY]");
      page.click("#importBySftp");
      page.waitForSelector(".told:has-text('seront appliqués aussitôt')");
      assertThat(shown.complaints()).isEmpty();
    }
    report(robot, "-abandonne.json");
    robot.sftp("rm /import/rapports/*").done();
    robot
        .sftp(
            "put "
                + robot.local("bis.csv", "Nom;Prénom\nMOREL;Ève\n".getBytes(UTF_8))
                + " /import/invites/invites.csv")
        .done();

    String applied = report(robot, "-applique.json");
    assertThat(robot.names("/import/rapports")).hasSize(2);
    assertThat(new String(robot.get(applied.replace(".json", ".csv")), UTF_8))
        .contains("invites.csv;Créé;Invité;MOREL;Ève;;eve.morel;");
  }

  private static String report(Member robot, String end) {
    return "/import/rapports/"
        + Await.present(
            "report " + end,
            () ->
                robot.names("/import/rapports").stream()
                    .filter(name -> name.endsWith(end))
                    .findFirst());
  }
}
