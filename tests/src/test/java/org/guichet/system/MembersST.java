package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How administrators of an organisation look after its people, in Chromium. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersST {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final RunningServer server;
  private final Chromium chromium;
  private final Member organisation;
  private final Shown administrator;

  MembersST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
    organisation = Member.of(server, "fr");
    administrator = chromium.french();
  }

  /** The first administrator is made by whoever runs the portal. */
  @BeforeAll
  void signIn() {
    try (Shown operator = chromium.french()) {
      Person.signedIn(operator);
      People.create(operator, organisation, "Odile", "Vernet", email("odile"), true);
    }
    Person.mailed(server, "odile.vernet", email("odile"))
        .activate(administrator)
        .enter(administrator);
  }

  @AfterAll
  void end() {
    administrator.close();
    chromium.close();
  }

  private String email(String name) {
    return name + "@" + organisation.matricule().toLowerCase(Locale.ROOT) + ".example";
  }

  private Page open(String address) {
    return administrator.open(address).page();
  }

  private static String told(Page page) {
    return page.locator(".told").textContent();
  }

  @Test
  void leadsFromTheNewAccountToItsDeletionAndBack() {
    Page page = open("/portal/members");
    page.click("text=Créer un utilisateur");
    page.fill("#givenName", "Basile");
    page.fill("#familyName", "Courtois");
    page.fill("#email", email("basile"));
    page.click("#go");
    page.waitForSelector(".sum");
    assertThat(page.locator("#profiles-e").textContent()).contains("Choisissez-en au moins un");
    assertThat(page.inputValue("#familyName")).as("kept").isEqualTo("Courtois");
    assertThat(page.locator("input[value=BP-ADMIN]").count()).as("a user").isZero();
    page.check("input[value=DEPOT]");
    page.click("#go");
    page.waitForURL("**/portal/member?id=*");
    assertThat(told(page)).contains("basile.courtois", email("basile"));

    try (Shown other = chromium.french()) {
      Person basile = Person.mailed(server, "basile.courtois", email("basile")).activate(other);
      basile.typePasswordOnly(other);
      other.page().waitForURL("**/portal/dashboard");
      assertThat(other.page().locator("nav.side").textContent()).doesNotContain("Membres");
      assertThat(status(other, "/portal/members")).isEqualTo(FORBIDDEN);
      other.open("/portal/organisation");
      assertThat(other.page().locator("[aria-labelledby=administrators]").textContent())
          .contains("Vernet", "Odile", email("odile"));

      changeAndDisable(page, other);
    }
    deleteAndRestore(page);
    assertThat(administrator.complaints()).isEmpty();
  }

  private static void changeAndDisable(Page page, Shown other) {
    page.fill("#familyName", "Courtois-Lys");
    page.click("#save");
    page.waitForSelector(".told");
    assertThat(page.locator("h1").textContent()).isEqualTo("Basile Courtois-Lys");
    page.check("input[value=ACCUSES]");
    page.click("#give");
    page.waitForSelector(".told");
    assertThat(page.isChecked("input[value=ACCUSES]")).isTrue();

    page.fill("#expires", "2000-01-01");
    page.click("#renew");
    page.waitForSelector("#expires-e");
    page.fill("#expires", "2030-06-30");
    page.click("#renew");
    page.waitForSelector(".told");
    assertThat(page.locator(".dl").textContent()).contains("30 juin 2030");

    page.click("button[value^='disable ']");
    page.waitForSelector(".told");
    assertThat(page.locator(".lede").textContent()).contains("Désactivé");
    other.open("/portal/dashboard");
    assertThat(other.page().url()).as("put out").contains("/signin/login");
    page.click("button[value^='enable ']");
    page.waitForSelector(".lede .ok");
  }

  private static void deleteAndRestore(Page page) {
    page.click("button[value^='delete ']");
    page.waitForSelector(".told");
    assertThat(told(page)).contains("90 jours");
    assertThat(page.locator("#save").count()).isZero();
    page.click("button[value^='restore ']");
    page.waitForSelector(".lede .ok");
    assertThat(page.locator("#save").count()).isEqualTo(1);
  }

  @Test
  void keepsTheLastAdministratorAndSaysWhy() {
    Page page = open("/portal/members?q=vernet");
    page.click("tbody tr:first-child .mn summary");
    page.click("tbody tr:first-child button[value^='delete ']");
    page.waitForSelector(".told");
    assertThat(told(page)).contains("Odile Vernet", "dernier administrateur");
    page.click("tbody th a");
    page.waitForURL("**/portal/member?id=*");
    page.uncheck("input[value=BP-ADMIN]");
    page.click("#give");
    page.waitForSelector("#profiles-e");
    assertThat(page.locator("#profiles-e").textContent()).contains("dernier administrateur");
  }

  @Test
  void doesThingsToManyAndAsksHowManyBeforeDeleting() {
    for (String name : List.of("Lou", "Max", "Noa")) {
      People.create(administrator, organisation, name, "Groupe", email(name), false);
    }
    Page page = open("/portal/members?q=groupe&state=pending");
    assertThat(page.locator(".bulk").isVisible()).isFalse();
    page.check("[data-all]");
    assertThat(page.locator(".bulk b").textContent()).contains("3");
    page.click(".bulk button[value=resend]");
    page.waitForSelector(".told");
    assertThat(told(page)).contains("Lou Groupe", "Max Groupe", "Noa Groupe");
    assertThat(page.url()).endsWith("?q=groupe&state=pending");

    page.check("[data-all]");
    page.uncheck("tbody tr:nth-child(3) .ck input");
    page.click(".bulk button[value=delete]");
    page.fill("#count", "3");
    page.click("#go");
    page.waitForSelector(".told");
    assertThat(told(page)).contains("Rien n’a changé");
    page.fill("#count", "2");
    page.click("#go");
    page.waitForURL("**/portal/members");
    assertThat(told(page)).contains("Lou Groupe, Max Groupe");
    assertThat(names("/portal/members?q=groupe&state=deleted"))
        .containsExactly("Lou Groupe", "Max Groupe");
  }

  private List<String> names(String address) {
    return open(address).locator("tbody th a").allTextContents();
  }

  @Test
  void sortsFiltersAndExportsWhatIsSeen() throws IOException {
    People.create(administrator, organisation, "Ana", "Aubry", email("ana"), false);
    People.create(administrator, organisation, "Zoé", "Zeller", email("zoe"), false);
    String address = "/portal/members?sort=-name&role=user&column=person&column=email";
    List<String> names = names(address);
    assertThat(names).startsWith("Zoé Zeller").contains("Ana Aubry").doesNotContain("Odile Vernet");
    Page page = administrator.page();
    assertThat(page.locator("thead th").allTextContents())
        .anyMatch(head -> head.contains("Courriel"))
        .noneMatch(head -> head.contains("Profils"));
    assertThat(page.locator("th[aria-sort=descending]").textContent()).contains("Personne");

    page.click(".tools details:last-child summary");
    Download csv = page.waitForDownload(() -> page.click("a[href*='members.csv']"));
    assertThat(csv.suggestedFilename()).matches("membres-" + organisation.matricule() + ".*csv");
    List<String> lines = Files.readAllLines(csv.path());
    assertThat(lines.get(0)).isEqualTo("\uFEFFNom;Prénom;Identifiant;Courriel");
    assertThat(lines.get(1)).isEqualTo("Zeller;Zoé;zoe.zeller;" + email("zoe"));
    assertThat(lines).hasSize(names.size() + 1);

    APIResponse xlsx =
        administrator
            .context()
            .request()
            .get(server.web(address.replace("members?", "members.xlsx?")).toString());
    assertThat(xlsx.headers().get("content-type")).contains("spreadsheetml");
    assertThat(sheet(xlsx.body())).contains("Zeller", email("zoe")).doesNotContain("<f>");
  }

  private String sheet(byte[] bytes) throws IOException {
    try (ZipFile zip = new ZipFile(organisation.local("members.xlsx", bytes).toFile());
        InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void takesASecondFactorAwaySoThatAnotherIsSetUp() {
    People.create(administrator, organisation, "Éric", "Facteur", email("eric"), true);
    try (Shown other = chromium.french()) {
      Person eric = Person.mailed(server, "eric.facteur", email("eric")).activate(other);
      eric.enter(other);
      Page page = open("/portal/members?q=facteur");
      page.click("tbody th a");
      page.waitForURL("**/portal/member?id=*");
      page.click("button[value^='reset-factor ']");
      page.waitForSelector(".told");
      other.open("/portal/dashboard");
      assertThat(other.page().url()).as("put out").contains("/signin/login");
      eric.typePassword(other);
      assertThat(other.page().url()).as("another is to be set up").contains("/signin/enrolment");
    }
  }

  @Test
  void proposesAChangeToSomebodyWhoBelongsElsewhereToo() {
    People.create(administrator, organisation, "Inès", "Double", email("ines"), false);
    try (Shown operator = chromium.french();
        Shown other = chromium.french()) {
      Person ines = Person.mailed(server, "ines.double", email("ines")).activate(other);
      Person.signedIn(operator);
      operator.open("/portal/accounts?q=ines.double");
      operator.page().click("tbody th a");
      operator.page().waitForURL("**/portal/operator-roles?account=*");
      operator.page().check("input[value='PORTAIL-DEFAUT/AUDITEUR']");
      operator.page().click("#go");
      operator.page().waitForSelector(".told");

      Page page = open("/portal/members?q=double");
      page.click("tbody th a");
      page.waitForURL("**/portal/member?id=*");
      page.fill("#familyName", "Double-Marin");
      page.click("#save");
      page.waitForSelector(".told");
      assertThat(page.locator("h1").textContent()).as("proposed only").isEqualTo("Inès Double");
      other.page().navigate(ines.proposal(server));
      other.page().click("#go");
      other.page().waitForURL("**/signin/login");
      open("/portal/members?q=double");
      assertThat(page.locator("tbody th a").textContent()).isEqualTo("Inès Double-Marin");
    }
  }

  @Test
  void needsNoMouseForTheMenuOfARow() {
    Page page = open("/portal/members?q=vernet");
    page.focus("tbody tr:first-child .mn summary");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent"))
        .asString()
        .contains("Voir et modifier");
    page.keyboard().press("Escape");
    assertThat(page.locator("details.menu[open]").count()).isZero();
    page.focus("thead .so");
    page.keyboard().press("Enter");
    page.waitForURL("**sort=-name*");
  }

  @Test
  void showsPeopleOfOthersToNobody() {
    Member stranger = Member.of(server, "fr");
    assertThat(status(administrator, "/portal/members?of=" + stranger.matricule()))
        .isIn(FORBIDDEN, NOT_FOUND);
    assertThat(status(administrator, "/portal/members.csv?of=" + stranger.matricule()))
        .isIn(FORBIDDEN, NOT_FOUND);
    assertThat(status(administrator, "/portal/new-member?of=" + stranger.matricule()))
        .isIn(FORBIDDEN, NOT_FOUND);
    APIResponse posted =
        administrator
            .context()
            .request()
            .post(
                server.web("/portal/change-members").toString(),
                RequestOptions.create()
                    .setHeader("Sec-Fetch-Site", "same-origin")
                    .setForm(
                        FormData.create()
                            .set("of", stranger.matricule())
                            .set("one", "delete 00000000-0000-0000-0000-000000000001")));
    assertThat(posted.status()).isIn(FORBIDDEN, NOT_FOUND);
  }

  @Test
  void keepsTheLettersOfNames() {
    People.create(administrator, organisation, "Zoé", "Nuñez-L’Hôte", email("letters"), false);
    assertThat(administrator.page().locator("h1").textContent()).isEqualTo("Zoé Nuñez-L’Hôte");
  }

  private int status(Shown shown, String address) {
    return shown.context().request().get(server.web(address).toString()).status();
  }
}
