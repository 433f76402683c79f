package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who runs the portal decides in its pages, in Chromium. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorST {
  private final RunningServer server;
  private final Chromium chromium;

  OperatorST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  @Test
  void bringsAnOrganisationInSuspendsItAndFindsItAllInTheAuditTrail() {
    try (Shown shown = chromium.french()) {
      Person operator = Person.signedIn(shown);
      Page page = shown.page();
      shown.open("/portal/new-organisation");
      page.fill("#matricule", "77OPR001");
      page.fill("#name", "Institut des Essarts");
      page.fill("#email", "contact@essarts.example");
      page.click("#go");
      page.waitForURL("**/portal/organisation-record?m=77OPR001");
      assertThat(page.locator(".told").textContent()).contains("Institut des Essarts");
      assertThat(page.locator("body").textContent()).contains("Déposant");

      page.fill("#contract", "MCFCER777OPR");
      page.click("#addContract");
      page.waitForSelector(".told");
      assertThat(page.locator("body").textContent()).contains("Certificateur", "MCFCER777OPR");

      page.click("#issue");
      page.waitForSelector(".note.ok code");
      assertThat(page.locator(".note.ok code").textContent()).isNotBlank();

      page.click("#suspend");
      page.waitForSelector("#resume");
      assertThat(server.cli("org", "list", "--json").done().out()).contains("suspended");
      page.click("#resume");
      page.waitForSelector("#suspend");

      shown.open("/portal/audit?org=77OPR001");
      assertThat(page.locator("tbody th").allTextContents())
          .contains(
              "Organisation rétablie",
              "Organisation suspendue",
              "Code d’inscription remis",
              "Contrat ajouté",
              "Organisation ajoutée");
      assertThat(page.locator("tbody").textContent()).contains(operator.login());
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void separatesAServiceFromAnOrganisationAndConnectsItAgain() {
    try (Shown shown = chromium.french()) {
      Person.signedIn(shown);
      Page page = shown.page();
      Member member = Member.of(server, "fr");
      shown.open("/portal/organisation-record?m=" + member.matricule());
      int connected = page.locator("#connections input:checked").count();
      page.locator("#connections input:checked").first().uncheck();
      page.click("#connect");
      page.waitForSelector(".told");
      assertThat(page.locator("#connections input:checked").count()).isEqualTo(connected - 1);
      page.locator("#connections input[type=checkbox]:not(:checked)").first().check();
      page.click("#connect");
      page.waitForSelector(".told");
      assertThat(page.locator("#connections input:checked").count()).isEqualTo(connected);
    }
  }

  @Test
  void disablesAnAccountWhosePersonIsOutAtOnce() {
    try (Shown shown = chromium.french();
        Shown other = chromium.french()) {
      Person.signedIn(shown);
      Person leaving = Person.signedIn(other);
      Page page = shown.page();
      String button = "tbody tr:has(code:text-is('" + leaving.login() + "')) button";
      shown.open("/portal/accounts?q=" + leaving.login());
      page.click(button);
      page.waitForSelector(".told");
      other.open("/portal/dashboard");
      assertThat(other.page().url()).contains("/signin/login");

      shown.open("/portal/accounts?q=" + leaving.login());
      page.click(button);
      page.waitForSelector(".told");
      assertThat(page.locator(".told").textContent()).contains("réactivé");
    }
  }

  @Test
  void showsWhatBecameOfMails() {
    try (Shown shown = chromium.french()) {
      Person operator = Person.signedIn(shown);
      shown.open("/portal/mails?status=SENT");
      assertThat(shown.page().locator("tbody").textContent()).contains("Remis au serveur");
      assertThat(operator.login()).isNotBlank();
    }
  }
}
