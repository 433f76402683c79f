package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.util.List;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mending rejected passages in the portal, typing a single one, and taking accepted ones back. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MendST {
  private static final String LAST_NAME = "-identificationTitulaire-titulaire-nomNaissance";

  private final RunningServer server;
  private final Chromium chromium;

  MendST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  /** The first {@code bad} of its passages have a digit in a name. */
  private static byte[] flux(Member member, String idFlux, int passages, int bad) {
    return member
        .fileFor(member)
        .idFlux(idFlux)
        .passages(passages)
        .passage(
            n -> {
              String xml = FluxSamples.passage(idFlux + "-" + n, FluxSamples.titulaire(n));
              return n <= bad ? xml.replace("<nomNaissance>", "<nomNaissance>7") : xml;
            })
        .bytes();
  }

  private static void drop(Shown shown, String name, byte[] bytes) {
    DepositsST.drop(shown, new FilePayload(name, "application/xml", bytes));
    shown.page().click("text=Voir le dépôt");
    shown.page().waitForSelector("#result");
  }

  private static String number(Page page) {
    return page.url().replaceAll(".*number=(\\d+).*", "$1");
  }

  private JsonObject decided(Member member, String number) {
    return Await.present(
        "the verdict on deposit " + number,
        () ->
            server.deposits(member.matricule()).stream()
                .filter(deposit -> deposit.getInt("number") == Integer.parseInt(number))
                .filter(deposit -> !deposit.isNull("decidedAt"))
                .findFirst());
  }

  @Test
  void rejectedPassagesAreMendedInThePageUntilAllAreAccepted() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(shown, "promotion.xml", flux(member, "MEND-1", 5, 3));
      String first = number(page);
      page.click("text=Corriger dans la page");
      page.waitForURL("**/portal/mend?number=*");
      assertThat(page.locator("h1").textContent()).contains("3 passages");
      assertThat(page.locator(".sent code").allTextContents())
          .allSatisfy(sent -> assertThat(sent).startsWith("7"));

      page.fill("#f1" + LAST_NAME, "BERTIN");
      page.press("#f1" + LAST_NAME, "Tab");
      page.waitForSelector("#p1 .state .ok");
      page.fill("#f2" + LAST_NAME, "D0RAND");
      page.press("#f2" + LAST_NAME, "Tab");
      page.waitForSelector("#mend[data-checked='2']");
      assertThat(page.locator("#p2 .state").textContent()).contains("Toujours rejeté");
      page.fill("#f2" + LAST_NAME, "DURAND");
      page.click("button[value=check]");
      page.waitForURL("**keep=1.2.3*");
      assertThat(page.locator("#p2 .state").textContent()).contains("Prêt");
      shown.open("/portal/mend?number=" + first);
      assertThat(page.inputValue("#f2" + LAST_NAME)).isEqualTo("DURAND");
      assertThat(page.locator("#mend-progress").textContent()).contains("2 passages prêts");
      page.click("button[value=drop]");
      page.waitForURL("**/portal/deposit?number=*");
      String second = number(page);
      assertThat(second).isNotEqualTo(first);
      assertThat(decided(member, second).getInt("accepted")).isEqualTo(2);

      shown.open("/portal/deposit?number=" + first);
      assertThat(page.locator("section:has(#chain)").textContent())
          .contains("Premier dépôt", "Correction, n°", "Un passage rejeté");
      page.click("text=Corriger dans la page");
      page.fill("#f3" + LAST_NAME, "MARTIN");
      page.click("button[value=drop]");
      page.waitForURL("**/portal/deposit?number=*");
      assertThat(decided(member, number(page)).getInt("rejected")).isZero();
      shown.open("/portal/deposit?number=" + first);
      assertThat(page.locator("section:has(#chain)").textContent())
          .contains("Tous les passages du premier dépôt sont acceptés");
      shown.open("/portal/deposits");
      assertThat(page.locator("tbody").textContent()).contains("Correction du dépôt n°");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void aSinglePassageIsTypedCheckedAndDropped() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/deposits");
      page.click("text=Saisir un passage");
      page.waitForURL("**/portal/entry");
      assertThat(page.inputValue("#f1-idTechnique")).startsWith(member.matricule());
      page.fill("#f1" + LAST_NAME, "B3RTIN");
      page.press("#f1" + LAST_NAME, "Tab");
      page.waitForSelector("#f1" + LAST_NAME + "-m .err");
      assertThat(page.locator("#f1-scoring-m .err").count()).isZero();
      page.click("button[value=drop]");
      page.waitForSelector(".sum");
      assertThat(page.inputValue("#f1" + LAST_NAME)).isEqualTo("B3RTIN");

      fill(page);
      page.click("button[value=keep]");
      page.waitForURL("**/portal/entry?draft=*");
      shown.open("/portal/entry");
      assertThat(page.locator("section:has(#drafts)").textContent()).contains("BERTIN Zélie");
      page.click("section:has(#drafts) li a");
      page.waitForURL("**/portal/entry?draft=*");
      assertThat(page.inputValue("#f1" + LAST_NAME)).isEqualTo("BERTIN");
      page.click("button[value=drop]");
      page.waitForURL("**/portal/deposit?number=*");
      JsonObject deposit = decided(member, number(page));
      assertThat(deposit.getInt("accepted")).isEqualTo(1);
      assertThat(deposit.getString("channel")).isEqualTo("page");
      shown.open("/portal/entry");
      assertThat(page.locator("#drafts").count()).as("it was dropped").isZero();
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private static void fill(Page page) {
    String holder = "#f1-identificationTitulaire-titulaire-";
    page.fill("#code", "RNCP99901");
    page.selectOption("#f1-obtentionCertification", "PAR_ADMISSION");
    page.fill("#f1-dateDebutValidite", "2026-01-15");
    page.selectOption("#f1-modalitesInscription-modaliteAcces", "CANDIDAT_LIBRE");
    page.fill(holder + "nomNaissance", "BERTIN");
    page.fill(holder + "prenom1", "Zélie");
    page.fill(holder + "anneeNaissance", "1990");
    page.fill(holder + "moisNaissance", "5");
    page.fill(holder + "jourNaissance", "12");
    page.selectOption(holder + "sexe", "F");
    page.fill(holder + "codeCommuneNaissance-codeInseeNaissance-codeInsee", "75056");
  }

  @Test
  void acceptedPassagesAreTakenBackAndDeclaredAnew() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      drop(shown, "promotion.xml", flux(member, "RETRAIT-1", 14, 0));
      String first = number(page);
      page.click("text=Retirer des passages");
      page.waitForURL("**/portal/take-back?number=*");
      page.check("input[name=passage] >> nth=0");
      page.fill("#ids", "RETRAIT-1-2\nABSENT");
      page.click("#choose-go");
      page.waitForSelector("#take");
      assertThat(page.locator("h1").textContent()).contains("2 passages");
      assertThat(page.locator("main").textContent()).contains("RETRAIT-1-1", "ABSENT");
      page.click("button[name=to]"); // back to the choice, and nothing of it is lost
      page.waitForSelector("#choose-go");
      assertThat(page.isChecked("input[name=passage] >> nth=0")).isTrue();
      assertThat(page.inputValue("#ids").lines()).containsExactly("RETRAIT-1-2", "ABSENT");
      page.click(".bulk button");
      page.waitForSelector("#take");
      page.click("#take");
      page.waitForURL("**/portal/deposit?number=*");
      assertThat(decided(member, number(page)).getInt("accepted")).isEqualTo(2);

      shown.open("/portal/take-back?number=" + first + "&ids=RETRAIT-1-3");
      page.click("#choose-go");
      page.waitForSelector("#take");
      page.check("input[name=anew]");
      page.click("#take");
      page.waitForURL("**/portal/mend?number=" + first);
      page.click(".fold summary");
      page.fill("#f3" + LAST_NAME, "NOUVEAU");
      page.click("button[value=drop]");
      page.waitForURL("**/portal/deposit?number=*");
      assertThat(decided(member, number(page)).getInt("accepted")).isEqualTo(1);

      shown.open("/portal/take-back?number=" + first);
      page.check("input[name=all]");
      page.click("#choose-go");
      page.waitForSelector("#count");
      page.fill("#count", "3");
      page.click("#take");
      page.waitForSelector(".sum");
      page.fill("#count", "11");
      page.click("#take");
      page.waitForURL("**/portal/deposit?number=*");
      assertThat(decided(member, number(page)).getInt("accepted")).isEqualTo(11);
      shown.open("/portal/deposit?number=" + first);
      assertThat(page.locator(".lede").textContent()).contains("Retiré");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void whatOthersDroppedIsNotThereToBeMended() {
    Member owner = Member.of(server, "fr");
    Member stranger = Member.of(server, "fr");
    owner.put("prive.xml", flux(owner, "PRIVE-M", 2, 1)).done();
    String number =
        Await.present(
            "the verdict",
            () ->
                server.deposits(owner.matricule()).stream()
                    .filter(deposit -> !deposit.isNull("decidedAt"))
                    .map(deposit -> Integer.toString(deposit.getInt("number")))
                    .findFirst());
    try (Shown shown = chromium.french()) {
      Administrator.signedIn(shown, stranger);
      for (String address : List.of("/portal/mend?number=", "/portal/take-back?number=")) {
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
    }
  }
}
