package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.Locale;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people get into the portal and out of it, in Chromium. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInST {
  private static final int FORBIDDEN = 403;

  private final RunningServer server;
  private final Chromium chromium;

  SignInST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  @Test
  void leadsFromTheActivationLinkToTheDashboardWithASecondFactorOnTheWay() {
    try (Shown shown = chromium.french()) {
      Person person = Person.activated(shown);
      Page page = shown.page();
      assertThat(page.locator(".told").textContent()).contains(person.login());

      person.typePassword(shown);
      assertThat(page.url()).contains("/signin/enrolment");
      person.enrol(page);
      assertThat(page.locator(".secrets li").count()).isEqualTo(10);
      page.click(".btn-p");
      page.waitForURL("**/portal/dashboard");
      assertThat(page.locator("h1").textContent()).isEqualTo("Tableau de bord");
      assertThat(shown.complaints()).isEmpty();

      Cookie session = Person.session(shown);
      assertThat(session.httpOnly).isTrue();
      assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
    }
  }

  @Test
  void asksForAFreshCodeOfTheAuthenticatorEachTime() {
    try (Shown shown = chromium.french()) {
      Person person = Person.signedIn(shown);
      signOut(shown.page());
      person.typePassword(shown);
      shown.page().fill("#code", person.freshCode());
      shown.page().click("#go");
      shown.page().waitForURL("**/portal/dashboard");
    }
  }

  @Test
  void takesARecoveryCodeOnce() {
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Person person = Person.signedIn(shown);
      String code = person.recoveryCode();
      signOut(page);
      person.typePassword(shown);
      page.click("text=Utiliser un code de secours");
      page.fill("#code", code.toLowerCase(Locale.ROOT));
      page.click("#go");
      page.waitForURL("**/portal/dashboard");

      signOut(page);
      person.typePassword(shown);
      page.click("text=Utiliser un code de secours");
      page.fill("#code", code);
      page.click("#go");
      page.waitForSelector("#code-e");
      assertThat(page.url()).contains("/signin/second-factor");
    }
  }

  @Test
  void saysTheSameOfAnUnknownNameAndAWrongPassword() {
    try (Shown shown = chromium.french()) {
      Person person = Person.activated(shown);
      String wrong = refusal(shown, person.login());
      assertThat(wrong).contains("ne vont pas ensemble");
      assertThat(refusal(shown, "personne.inconnue")).isEqualTo(wrong);
      assertThat(shown.page().inputValue("#name")).as("kept").isEqualTo("personne.inconnue");
      assertThat(shown.page().inputValue("#password")).isEmpty();
    }
  }

  private static String refusal(Shown shown, String name) {
    shown.open("/signin/login");
    shown.page().fill("#name", name);
    shown.page().fill("#password", "ce n'est pas lui");
    shown.page().click("#go");
    shown.page().waitForSelector(".sum");
    return shown.page().locator(".sum").textContent();
  }

  @Test
  void putsTheFocusOnWhatIsWrongAndLeadsToTheField() {
    try (Shown shown = chromium.french().open("/signin/login")) {
      Page page = shown.page();
      page.click("#go");
      page.waitForSelector(".sum");
      assertThat(page.title()).startsWith("À corriger");
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("sum");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");
      assertThat(page.getAttribute("#name", "aria-invalid")).isEqualTo("true");
      assertThat(page.getAttribute("#name", "aria-describedby")).isEqualTo("name-e name-h");
    }
  }

  @Test
  void needsNoMouse() {
    try (Shown shown = chromium.french()) {
      Person person = Person.signedIn(shown);
      Page page = shown.page();
      signOut(page);
      shown.open("/signin/login");
      tabTo(page, "name");
      page.keyboard().type(person.login());
      page.keyboard().press("Tab");
      page.keyboard().type(Person.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/signin/second-factor*");
      tabTo(page, "code");
      page.keyboard().type(person.freshCode());
      page.keyboard().press("Enter");
      page.waitForURL("**/portal/dashboard");

      page.focus("details.menu:last-of-type > summary");
      page.keyboard().press("Enter");
      page.waitForSelector("text=Se déconnecter");
      page.keyboard().press("Escape");
      assertThat(page.locator("details.menu[open]").count()).isZero();
      assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
    }
  }

  private static void tabTo(Page page, String id) {
    for (int tabs = 0; tabs < 20; tabs++) {
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never reaches " + id);
  }

  @Test
  void endsASessionThatAnotherBrowserEndsAtItsNextRequest() {
    try (Shown one = chromium.french();
        Shown other = chromium.french()) {
      Person person = Person.signedIn(one);
      person.typePassword(other);
      other.page().click("text=Utiliser un code de secours");
      other.page().fill("#code", person.recoveryCode());
      other.page().click("#go");
      other.page().waitForURL("**/portal/dashboard");

      other.open("/portal/sessions");
      assertThat(other.page().locator("tbody tr").count()).isEqualTo(2);
      other.page().click("tbody tr:not(:has(.ok)) button");
      other.page().waitForSelector(".told");
      assertThat(other.page().locator("tbody tr").count()).isEqualTo(1);

      one.open("/portal/sessions");
      assertThat(one.page().url()).contains("/signin/login?wanted=%2Fportal%2Fsessions");
    }
  }

  @Test
  void letsNobodyInWithTheCookieOfASessionThatWasSignedOut() {
    try (Shown shown = chromium.french();
        Shown thief = chromium.french()) {
      Person.signedIn(shown);
      Cookie session = Person.session(shown);
      Person.showAgain(session, thief);
      assertThat(thief.open("/portal/sessions").page().url()).endsWith("/portal/sessions");

      signOut(shown.page());
      assertThat(shown.page().locator(".told").textContent()).contains("déconnecté");
      assertThat(thief.open("/portal/sessions").page().url()).contains("/signin/login");
      assertThat(shown.open("/portal/dashboard").page().url()).contains("/signin/login");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "//evil.example", "/%5Cevil.example"})
  void leadsNobodyElsewhereAfterSigningIn(String wanted) {
    try (Shown shown = chromium.french()) {
      Person person = Person.activated(shown);
      shown.open("/signin/login?wanted=" + wanted);
      person.typePassword(shown);
      person.enrol(shown.page());
      assertThat(shown.page().getAttribute(".btn-p", "href")).isEqualTo("/portal/dashboard");
    }
  }

  @Test
  void refusesWhatAnotherSiteMakesTheBrowserSend() {
    try (Shown shown = chromium.french()) {
      Person.signedIn(shown);
      for (String address : List.of("/portal/sign-out", "/signin/login", "/portal/act-for")) {
        APIResponse answer =
            shown
                .context()
                .request()
                .post(
                    server.web(address).toString(),
                    RequestOptions.create()
                        .setHeader("Origin", "https://evil.example")
                        .setForm(FormData.create().set("organisation", "77ZZZ001")));
        assertThat(answer.status()).as(address).isEqualTo(FORBIDDEN);
      }
      assertThat(shown.open("/portal/dashboard").page().url()).endsWith("/portal/dashboard");
    }
  }

  @Test
  void letsSomebodyChooseAnotherPasswordByTheLinkOfAMail() {
    try (Shown one = chromium.french();
        Shown other = chromium.french()) {
      Person person = Person.signedIn(one);
      Page page = other.page();
      page.navigate(person.askForReset(other));
      page.fill("#password", "un tout autre soleil 77");
      page.click("#go");
      page.waitForURL("**/signin/login");
      assertThat(page.locator(".told").textContent()).contains("changé");
      person.typePassword(other, "un tout autre soleil 77");
      assertThat(page.url()).as("the second factor stays").contains("/signin/second-factor");
      assertThat(one.open("/portal/dashboard").page().url())
          .as("whoever was in is out")
          .contains("/signin/login");
    }
  }

  @Test
  void answersTheSameWhetherTheNameIsKnown() {
    try (Shown shown = chromium.french().open("/signin/forgotten")) {
      shown.page().fill("#name", "personne.inconnue");
      shown.page().click("#go");
      shown.page().waitForURL("**/signin/sent");
      assertThat(shown.page().locator("main").textContent()).contains("toujours la même");
    }
  }

  @Test
  void saysThatTheProviderDoesNotAnswerAndStillTakesThePassword() {
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Person person = Person.activated(shown);
      shown.open("/signin/login?wanted=%2Fportal%2Fsessions");
      page.click("#provider");
      assertThat(page.locator("main").textContent()).contains("Vauclair ne répond pas");
      page.click("text=Se connecter avec un mot de passe");
      person.typePassword(shown);
      assertThat(page.url()).contains("/signin/enrolment?wanted=%2Fportal%2Fsessions");
    }
  }

  @Test
  void changesNothingWhenALinkOfAMailIsOnlyLookedAt() {
    try (Shown scanner = chromium.french();
        Shown shown = chromium.french()) {
      Person person = Person.invited(server);
      scanner.page().navigate(person.link());
      scanner.page().navigate(person.link());
      shown.page().navigate(person.link());
      shown.page().fill("#password", "trop court");
      shown.page().click("#go");
      shown.page().waitForSelector("#password-e");
      shown.page().fill("#password", Person.PASSWORD);
      shown.page().click("#go");
      shown.page().waitForURL("**/signin/login");
      shown.page().navigate(person.link());
      assertThat(shown.page().locator("#password").count()).as("once").isZero();
    }
  }

  private static void signOut(Page page) {
    page.click("details.menu:last-of-type > summary");
    page.click("text=Se déconnecter");
    page.waitForURL("**/signin/login");
  }
}
