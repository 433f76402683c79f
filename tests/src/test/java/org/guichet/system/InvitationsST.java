package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Invitation codes from their making to their use, in Chromium. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationsST {
  private static final int TRIES = 200;

  private final RunningServer server;
  private final Chromium chromium;
  private final Member organisation;
  private final Shown administrator;

  InvitationsST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
    organisation = Member.of(server, "fr");
    administrator = chromium.french();
  }

  @BeforeAll
  void signIn() {
    try (Shown operator = chromium.french()) {
      Person.signedIn(operator);
      People.create(operator, organisation, "Solange", "Codet", email("solange"), true);
    }
    Person.mailed(server, "solange.codet", email("solange"))
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

  /** What was copied last. */
  private static String clipboard(Page page) {
    return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
  }

  @Test
  void leadsFromMakingCodesToTheirUseByWhoHadNoAccount() {
    administrator.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Page page = administrator.open("/portal/codes").page();
    page.click("text=Inviter des utilisateurs");
    page.fill("#count", "2");
    assertThat(page.inputValue("#days")).isEqualTo("10");
    page.check("input[value=DEPOT]");
    page.click("#go");
    page.waitForURL("**/portal/codes-made?batch=*");
    assertThat(page.locator("main").textContent())
        .contains("Les codes d’invitation suivants ont été créés", "Date de validité")
        .contains("Seuls les utilisateurs connectés");
    List<String> codes = page.locator(".codes code").allTextContents();
    assertThat(codes).hasSize(2);

    page.locator(".codes button").first().click();
    page.waitForFunction("navigator.clipboard.readText().then((text) => text !== '')");
    assertThat(clipboard(page))
        .contains(codes.get(0), organisation.matricule(), "Date de validité")
        .doesNotContain(codes.get(1));
    page.click("text=Copier tous les codes");
    page.waitForFunction(
        "(code) => navigator.clipboard.readText().then((text) => text.includes(code))",
        codes.get(1));
    assertThat(clipboard(page)).contains(codes.get(0), codes.get(1));

    try (Shown other = chromium.french()) {
      redeem(other, codes.get(0));
      slowDown(other);
    }
    page = administrator.open("/portal/codes?status=USED").page();
    assertThat(page.locator("tbody tr:has(td)").count()).isEqualTo(1);
    assertThat(page.locator("tbody").textContent())
        .contains(codes.get(0).substring(0, 8), "Utilisé", "Rosa Lind", "Solange Codet")
        .doesNotContain(codes.get(0));
    deactivate(page, codes.get(1));
    assertThat(administrator.complaints()).isEmpty();
  }

  /** Somebody without an account registers first, and comes back to the code. */
  private void redeem(Shown other, String code) {
    Page page = other.open("/signin/personal").page();
    page.fill("#givenName", "Rosa");
    page.fill("#familyName", "Lind");
    page.fill("#email", email("rosa"));
    page.click("#go");
    page.waitForURL("**/signin/sent*");
    Person rosa = Person.mailed(server, "rosa.lind", email("rosa")).activate(other);
    assertThat(page.url()).contains("wanted=%2Fportal%2Fredeem");
    rosa.typePasswordOnly(other);
    page.waitForURL("**/portal/redeem");

    page.click("#go");
    page.waitForSelector("#code-e");
    assertThat(page.locator("#code-e").textContent())
        .contains("Champ obligatoire, veuillez le compléter");
    page.fill("#code", " " + code.toUpperCase(Locale.ROOT));
    page.click("#go");
    page.waitForSelector("#take");
    assertThat(page.locator("main").textContent())
        .contains("Solange Codet", organisation.matricule(), "Dépose des fichiers");
    page.click("#take");
    page.waitForURL("**/portal/services");
    assertThat(page.locator(".told").textContent()).contains(organisation.matricule());
    assertThat(other.complaints()).isEmpty();
  }

  private void slowDown(Shown other) {
    int slowed = 0;
    for (int n = 0; n < TRIES; n++) {
      APIResponse answer =
          other
              .context()
              .request()
              .post(
                  server.web("/portal/redeem").toString(),
                  RequestOptions.create()
                      .setHeader("Sec-Fetch-Site", "same-origin")
                      .setForm(
                          FormData.create()
                              .set("redeem", "redeem")
                              .set("code", UUID.randomUUID().toString())
                              .set("go", "Utiliser")
                              .set("jakarta.faces.ViewState", "stateless")));
      String text = answer.text();
      assertThat(text).containsAnyOf("n’existe pas", "n’a pas été vérifié");
      slowed += text.contains("n’a pas été vérifié") ? 1 : 0;
    }
    assertThat(slowed).isGreaterThan(TRIES / 2);
  }

  private void deactivate(Page page, String code) {
    page.fill("#q", code);
    page.selectOption("#status", "");
    page.click("form[role=search].filters button[type=submit]");
    page.waitForURL("**/portal/code?id=*");
    page.click(".btn-d");
    page.waitForURL("**/portal/codes-end?code=*");
    page.click("#go");
    page.waitForSelector(".told");
    assertThat(page.locator(".told").textContent()).contains("Codes désactivés : 1");
  }
}
