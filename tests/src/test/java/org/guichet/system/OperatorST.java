package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.guichet.it.Await;
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
  void givesARoleThatHoldsAtOnceAndTakesItAgain() {
    try (Shown shown = chromium.french();
        Shown other = chromium.french()) {
      Person.signedIn(shown);
      Person second = Person.signedIn(other);
      Page page = shown.page();
      shown.open("/portal/operators");
      page.click("tr:has(code:text-is('" + second.login() + "')) a");
      page.waitForURL("**/portal/operator-roles?account=*");
      page.uncheck("input[value='PORTAIL-DEFAUT/EXPLOITANT']");
      page.check("input[value='PORTAIL-DEFAUT/AUDITEUR']");
      page.click("#go");
      page.waitForSelector(".told");
      other.open("/portal/audit");
      assertThat(other.page().url()).as("put out").contains("/signin/login");
      assertThat(
              Await.present(
                      "the mail that tells it",
                      () ->
                          Mails.to(server, second.email()).stream()
                              .filter(mail -> mail.subject().contains("rôles d’exploitation"))
                              .findFirst())
                  .text())
          .contains("Consulte le journal d’audit");

      page.click("tr:has(code:text-is('" + second.login() + "')) a");
      page.uncheck("input[value='PORTAIL-DEFAUT/AUDITEUR']");
      page.click("#go");
      page.waitForSelector(".told");
      assertThat(page.locator("main").textContent()).doesNotContain(second.login());
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void makesAGroupWhosePeopleMayWhatItSaysUntilTheyAreTakenOut() {
    try (Shown shown = chromium.french();
        Shown other = chromium.french()) {
      Person.signedIn(shown);
      Person follower = Person.activated(other);
      Page page = shown.open("/portal/catalogue").page();
      page.click("a[href$='service-group?service=DEPOTS']");
      page.fill("#code", "suivi-nord");
      page.fill("#french", "Suivi du Nord");
      page.fill("#english", "Northern follow-up");
      page.check("input[name=role][value=DEPOTS-SUIVI]");
      page.click("#go");
      page.waitForSelector(".told");
      assertThat(page.locator("main").textContent()).contains("SUIVI-NORD");

      shown.open("/portal/operators");
      page.click("tr:has(code:text-is('" + follower.login() + "')) a");
      page.waitForURL("**/portal/operator-roles?account=*");
      page.uncheck("input[value='PORTAIL-DEFAUT/EXPLOITANT']");
      page.check("input[value='SUIVI-NORD/DEPOTS-SUIVI']");
      page.click("#go");
      page.waitForSelector(".told");
      follower.enter(other);
      other.open("/portal/deposits");
      assertThat(other.page().locator("h1").textContent()).contains("Dépôts");

      shown.open("/portal/users");
      page.click("a[href$='group-users?group=SUIVI-NORD']");
      page.click("tbody tr:first-child th a");
      page.waitForURL("**/portal/group-user?group=SUIVI-NORD*");
      page.click("#remove");
      page.waitForSelector(".told");
      other.open("/portal/deposits");
      assertThat(other.page().locator("h1").textContent()).doesNotContain("Dépôts");
    }
  }

  @Test
  void correctsAnOrganisationAndTellsItsContact() {
    try (Shown shown = chromium.french()) {
      Person.signedIn(shown);
      Member member = Member.of(server, "fr");
      Page page = shown.open("/portal/organisation-record?m=" + member.matricule()).page();
      page.click("text=Corriger l’identité");
      page.waitForURL("**/portal/organisation-edit?*");
      page.fill("#name", "Institut du Lac");
      page.fill("#siret", "123");
      page.click("#go");
      page.waitForSelector("#siret-e");
      assertThat(page.inputValue("#name")).as("kept").isEqualTo("Institut du Lac");
      page.fill("#siret", "732 829 320 00074");
      page.fill("#seat", "1 rue d’Exemple\n75000 Paris");
      page.click("#go");
      page.waitForURL("**/portal/organisation-record?m=*");
      assertThat(page.locator("h1").textContent()).isEqualTo("Institut du Lac");
      assertThat(page.locator(".dl").first().textContent()).contains("75000 Paris");
      assertThat(
              Await.present(
                  "the mail that tells it",
                  () ->
                      Mails.to(member).stream()
                          .filter(mail -> mail.subject().contains("Institut du Lac"))
                          .findFirst()))
          .isNotNull();
    }
  }

  @Test
  void readsTheCatalogueAnewAndShowsWhatChanged() {
    String shipped = RunningServer.shippedCatalogue();
    try (Shown shown = chromium.french()) {
      Person.signedIn(shown);
      Page page = shown.open("/portal/catalogue").page();
      assertThat(page.locator("main").textContent()).contains("BP-ADMIN", "EXPLOITANT");
      server.writeCatalogue(
          shipped.replace("<fr>Lit les accusés</fr>", "<fr>Consulte les accusés</fr>"));
      page.click("#reload");
      page.waitForSelector(".told");
      assertThat(page.locator("[aria-labelledby=changes]").textContent())
          .contains("ACCUSES", "Lit les accusés", "Consulte les accusés");
      server.writeCatalogue("<catalogue/>");
      page.click("#reload");
      page.waitForSelector(".note.ko");
      assertThat(page.locator("main").textContent()).contains("reste en vigueur");
    } finally {
      server.writeCatalogue(shipped);
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
