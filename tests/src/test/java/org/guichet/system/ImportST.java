package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
          .contains("La classe CM2 A sera créée", "Écrite autrement dans un autre fichier");
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
      undo(page);
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private static void mend(Page page) {
    assertThat(page.locator("#apply").textContent()).contains("Une ligne est à corriger");
    page.click(".chips .btn-d");
    page.waitForURL("**code=NOT_A_DAY*");
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    assertThat(page.locator("tbody").textContent()).contains("31/02/2016", "IMP-304");
    page.click("tbody details summary");
    page.fill("input[name=BIRTH_DATE]", "29/02/2016");
    page.click("button[value=edit]");
    page.waitForSelector("#apply:has-text('Aucune ligne ne bloque')");
    page.click("text=Voir tout");
    page.waitForSelector("tbody tr:has-text('29/02/2016')");
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
}
