package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How people ask for assistance, and get it. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssistanceST {
  private static final Pattern MATRICULE = Pattern.compile("Matricule : (\\S+)");
  private static final Pattern CONTRACT = Pattern.compile("Contrat : (\\S+)");
  private static final Pattern CODE = Pattern.compile("Code d’inscription : (\\S+)");

  private final RunningServer server;
  private final Postbox postbox;
  private final Chromium chromium;

  AssistanceST(RunningServer server, Postbox postbox) {
    this.server = server;
    this.postbox = postbox;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  @Test
  void leadsACertifierFromTheFormToItsFirstAdministrator() {
    try (Shown visitor = chromium.french();
        Shown operator = chromium.french()) {
      Asker asker = Asker.certifier(visitor);
      visitor.page().navigate(asker.link());
      assertThat(visitor.page().locator("h1").textContent()).contains(asker.number());
      visitor.page().fill("#text", "Nous sommes pressés.");
      visitor.page().click("#go");
      visitor.page().waitForSelector(".told");

      Person.signedIn(operator);
      Page page = operator.open("/portal/tickets?q=" + asker.number()).page();
      page.click("tbody th a");
      page.waitForURL("**/portal/ticket*");
      assertThat(page.locator(".thread").textContent()).contains("Nous sommes pressés.");
      page.click("#assign");
      page.waitForSelector(".told");
      page.fill("#text", "Encore un instant.\n\nNous vérifions le SIRET.");
      page.click("#go");
      page.waitForSelector("text=Votre message est envoyé");
      assertThat(asker.fromMail("Réponse", Pattern.compile("Nous vérifions le SIRET.")))
          .isNotEmpty();
      page.click("#accept");
      page.waitForSelector(".told");
      assertThat(page.locator(".told").textContent()).contains(asker.organisation());
      assertThat(page.locator("#accept, #refuse, #go").count()).isZero();

      String matricule = asker.fromMail("est enregistrée", MATRICULE);
      Person administrator = register(visitor, asker, matricule);
      assertThat(visitor.open("/portal/organisation").page().locator("h1").textContent())
          .isEqualTo(asker.organisation());
      assertThat(administrator.login()).startsWith("ana.petit");
      answersWhoWantsToAdministerToo(visitor, matricule);
    }
  }

  /** Registers with what the mail says, activates, and signs in. */
  private Person register(Shown visitor, Asker asker, String matricule) {
    Page page = visitor.open("/signin/registration").page();
    page.fill("#matricule", matricule);
    page.fill("#contract", asker.fromMail("est enregistrée", CONTRACT));
    page.fill("#code", asker.fromMail("est enregistrée", CODE));
    page.fill("#givenName", "Ana");
    page.fill("#familyName", "Petit");
    page.fill("#email", asker.email());
    page.click("#go");
    page.waitForURL("**/signin/sent");
    Person person =
        Person.of(
            asker.fromMail("Activez", Pattern.compile("Identifiant : (\\S+)")),
            asker.email(),
            asker.fromMail("Activez", Pattern.compile("http\\S+token=\\S+")));
    person.activate(visitor);
    person.typePassword(visitor);
    person.enrol(page);
    page.click(".btn-p");
    page.waitForURL("**/portal/dashboard");
    return person;
  }

  private void answersWhoWantsToAdministerToo(Shown administrator, String matricule) {
    Asker other;
    try (Shown visitor = chromium.french()) {
      other = Asker.administrator(visitor, matricule);
    }
    Page page = administrator.open("/portal/tickets").page();
    assertThat(page.locator("tbody tr").count()).as("only the own ones").isEqualTo(1);
    page.click("tbody th a");
    page.waitForURL("**/portal/ticket*");
    page.fill("#text", "Venez me voir.");
    page.click("#go");
    page.waitForSelector(".told");
    page.click("#close");
    page.waitForSelector("text=La demande est close");
    assertThat(other.fromMail("est close", Pattern.compile("n° (\\d+)"))).isEqualTo(other.number());
  }

  @Test
  void tellsTheSecondOfTwoWhoDecideWhatTheFirstDid() {
    try (Shown visitor = chromium.french();
        Shown one = chromium.french();
        Shown other = chromium.french()) {
      Asker asker = Asker.depositor(visitor, "L’institut Vauclair");
      Person.signedIn(one);
      Person.showAgain(Person.session(one), other);
      one.open("/portal/ticket?number=" + asker.number());
      other.open("/portal/ticket?number=" + asker.number());
      one.page().fill("#reason", "Aucun certificateur de ce nom.");
      one.page().click("#refuse");
      one.page().waitForSelector(".told");
      assertThat(asker.fromMail("refusée", Pattern.compile("Aucun certificateur de ce nom.")))
          .isNotEmpty();

      other.page().click("#accept");
      other.page().waitForSelector(".told");
      assertThat(other.page().locator(".told").textContent())
          .contains("Rien n’a été fait")
          .contains("déjà été refusée")
          .contains("Claire Montségur");

      visitor.page().navigate(asker.link());
      assertThat(visitor.page().locator(".thread").textContent())
          .contains("Aucun certificateur de ce nom.");
      assertThat(visitor.page().locator("#go").count()).isZero();
    }
  }

  @Test
  void filesAnAnswerByMailAndKeepsAStrayOneForAnOperator() {
    try (Shown visitor = chromium.french();
        Shown operator = chromium.french()) {
      Asker asker = Asker.question(visitor);
      asker.reply(
          postbox,
          "C’est pour le dépôt de mars.\n\nLe 22 nov. 2026 à 10:00, Guichet <guichet@localhost> a"
              + " écrit :\n> Votre demande est reçue.");
      postbox.write("zoe@colombe.example", "", "Une question à part", "Qui puis-je appeler ?");
      Person.signedIn(operator);
      Page page = operator.page();
      Await.until(
          "the mails are read",
          () -> {
            operator.open("/portal/unfiled-mails");
            return page.locator("main").textContent().contains("Une question à part");
          });
      operator.open("/portal/ticket?number=" + asker.number());
      Locator said = page.locator(".thread > li:nth-child(2)");
      assertThat(said.locator("> .said").textContent()).isEqualTo("C’est pour le dépôt de mars.");
      said.locator("summary").click();
      assertThat(said.locator("details").textContent())
          .contains(asker.email(), "> Votre demande est reçue.");

      operator.open("/portal/dashboard");
      assertThat(page.locator("main").textContent()).contains("à classer");
      operator.open("/portal/unfiled-mails");
      String stray = "li:has(h2:text-is('Une question à part'))";
      page.fill(stray + " input[name=number]", "1");
      page.click(stray + " button[value=file]");
      page.waitForSelector(".told");
      assertThat(page.locator(".told").textContent()).contains("aucune demande n’a ce numéro");
      page.fill(stray + " input[name=number]", asker.number());
      page.click(stray + " button[value=file]");
      page.waitForSelector(".told");
      operator.open("/portal/ticket?number=" + asker.number());
      assertThat(page.locator(".thread").textContent()).contains("Qui puis-je appeler ?");
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void changesNothingWhenALinkIsOnlyLookedAtAndLetsTheAskerClose() {
    try (Shown shown = chromium.french()) {
      Asker asker = Asker.question(shown);
      shown.page().navigate(asker.link());
      shown.page().navigate(asker.link());
      assertThat(shown.page().locator(".st").textContent()).contains("En attente de réponse");
      shown.page().click("#close");
      shown.page().waitForSelector(".told");
      assertThat(shown.page().locator(".st").textContent()).contains("Close");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void answersALostLoginTheSameWhetherItIsKnownAndMailsOnlyTheKnown() {
    try (Shown shown = chromium.french()) {
      Person person = Person.activated(shown);
      String unknown = lostLogin(shown, "personne.inconnue@vauclair.example");
      assertThat(lostLogin(shown, person.email())).isEqualTo(unknown);
      assertThat(
              Await.present(
                      "the mail to the known one",
                      () ->
                          Mails.to(server, person.email()).stream()
                              .filter(mail -> mail.text().contains("/signin/reset"))
                              .findFirst())
                  .text())
          .contains(person.login());
      assertThat(Mails.to(server, "personne.inconnue@vauclair.example")).isEmpty();
    }
  }

  private static String lostLogin(Shown shown, String name) {
    shown.open("/assistance").page().click("text=Identifiant ou mot de passe perdu");
    shown.page().fill("#name", name);
    shown.page().click("#go");
    shown.page().waitForURL("**/signin/sent");
    return shown.page().locator("main").textContent();
  }

  @Test
  void showsPeopleTheirOwnRequestsAndFillsInWhatIsKnown() {
    try (Shown shown = chromium.french()) {
      Person person = Person.signedIn(shown);
      Page page = shown.open("/portal/assistance").page();
      page.click("text=Faire une demande");
      assertThat(page.inputValue("#email")).isEqualTo(person.email());
      assertThat(page.inputValue("#name")).startsWith("Claire Montségur");
      page.fill("#message", "Une question.");
      page.click("#go");
      page.waitForURL("**/assistance/sent*");
      String number = page.locator(".big").textContent();
      shown.open("/portal/assistance");
      assertThat(page.locator("tbody tr").count()).isEqualTo(1);
      assertThat(page.locator("tbody th").textContent()).contains(number);
    }
  }
}
