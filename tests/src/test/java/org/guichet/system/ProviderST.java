package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in with a real Keycloak, in Chromium. Each test has a person of its own there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OwnServer
class ProviderST {
  private static final String HERE = "/signin/provider-return";

  private final RunningServer server;
  private final Keycloak keycloak;
  private final Chromium chromium;

  ProviderST() {
    int port = Keycloak.freePort();
    server =
        RunningServer.prepared("provider")
            .with(
                Map.of(
                    "GUICHET_OIDC_ISSUER",
                    Keycloak.issuer(port),
                    "GUICHET_OIDC_CLIENT_ID",
                    Keycloak.CLIENT,
                    "GUICHET_OIDC_CLIENT_SECRET",
                    Keycloak.SECRET,
                    "GUICHET_OIDC_NAME",
                    "Vauclair",
                    "GUICHET_OIDC_SCOPES",
                    "openid email",
                    "GUICHET_OIDC_SECOND_FACTOR_AMR",
                    "mfa"));
    server.start();
    keycloak = Keycloak.started(port, server.web("/"));
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
    keycloak.close();
    server.close();
  }

  /** From our page to Keycloak's and back. */
  private static void go(Shown shown, String name) {
    shown.open("/signin/login");
    shown.page().click("#provider");
    proveThere(shown.page(), name);
  }

  private static void proveThere(Page page, String name) {
    page.waitForSelector("#kc-login");
    page.fill("#username", name);
    page.fill("#password", Keycloak.PASSWORD);
    page.click("#kc-login");
  }

  /** Comes as somebody unknown and signs in once with the password; enrols on the way. */
  private static Person linked(Shown shown, String name) {
    Page page = shown.page();
    Person person = Person.activated(shown);
    go(shown, name);
    page.waitForURL("**/signin/link");
    page.fill("#name", person.login());
    page.fill("#password", Person.PASSWORD);
    page.click("#go");
    page.waitForURL("**/signin/enrolment*");
    person.enrol(page);
    page.click(".btn-p");
    page.waitForURL("**/portal/identities");
    assertThat(page.locator("main").textContent()).contains(name + "@vauclair.example");
    return person;
  }

  private static void signOut(Page page) {
    page.click("details.menu:last-of-type > summary");
    page.click("text=Se déconnecter");
    page.waitForURL("**/signin/login*");
    assertThat(page.locator(".told").textContent()).contains("déconnecté");
  }

  @Test
  void linksOnceByThePasswordAndComesInByTheProviderFromThenOn() {
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Person person = linked(shown, "odile.perrin");
      Await.until(
          "the mail that tells it",
          () ->
              Mails.to(server, person.email()).stream()
                  .anyMatch(mail -> mail.text().contains("odile.perrin@vauclair.example")));
      signOut(page);

      go(shown, "odile.perrin"); // Keycloak asks again: one is signed out there too
      page.waitForURL("**/signin/second-factor*");
      page.fill("#code", person.freshCode());
      page.click("#go");
      page.waitForURL("**/portal/dashboard");
    }
  }

  @Test
  void asksForNoCodeWhomTheProviderAskedForOne() {
    try (Shown shown = chromium.french()) {
      linked(shown, "paul.vidal");
      signOut(shown.page());
      go(shown, "paul.vidal");
      shown.page().waitForURL("**/portal/dashboard");
    }
  }

  @Test
  void linksAndUnlinksFromTheProfile() {
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Person.signedIn(shown);
      shown.open("/portal/profile");
      page.click("a[href$='/portal/identities']");
      page.click("#begin");
      proveThere(page, "jeanne.roche");
      page.waitForURL("**/portal/identities");
      page.waitForSelector("#present");
      assertSound(shown, "identities-offered");
      page.fill("#present", "ce n'est pas lui");
      page.click("#go");
      page.waitForSelector("#present-e");
      page.fill("#present", Person.PASSWORD);
      page.click("#go");
      page.waitForSelector(".told");
      assertThat(page.locator("main").textContent()).contains("jeanne.roche@vauclair.example");
      assertSound(shown, "identities-linked");

      page.click("text=Délier");
      page.waitForSelector(".told");
      assertThat(page.locator("main").textContent())
          .contains("Aucune identité")
          .doesNotContain("jeanne.roche@");
    }
  }

  @Test
  void keepsOutWhoseAccountIsDisabled() {
    try (Shown shown = chromium.french();
        Shown other = chromium.french()) {
      Person person = linked(shown, "marc.lenoir");
      signOut(shown.page());
      Person.signedIn(other);
      other.open("/portal/accounts?q=" + person.login());
      other.page().click("button[name='change']");
      other.page().waitForSelector(".told");

      go(shown, "marc.lenoir");
      shown.page().waitForSelector("#why");
      assertThat(shown.page().locator("#why").textContent()).contains("n’est pas utilisable");
      assertThat(shown.open("/portal/dashboard").page().url()).contains("/signin/login");
    }
  }

  @Test
  void tellsWhomNobodyKnowsHowToGetAnAccountAndMakesNone() {
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      go(shown, "anne.sorel");
      page.waitForURL("**/signin/link");
      assertThat(page.locator("main").textContent())
          .contains("anne.sorel@vauclair.example", "Pas encore de compte");
      assertSound(shown, "link");
      page.fill("#name", "anne.sorel@vauclair.example");
      page.fill("#password", Keycloak.PASSWORD);
      page.click("#go");
      page.waitForSelector(".sum");
      assertThat(page.url()).endsWith("/signin/link");
      assertSound(shown, "link-refused");
      assertThat(shown.open("/portal/dashboard").page().url()).contains("/signin/login");
    }
  }

  @Test
  void refusesTheSameReturnASecondTimeInAnyBrowser() {
    AtomicReference<String> back = new AtomicReference<>("");
    try (Shown shown = chromium.french();
        Shown thief = chromium.french()) {
      shown
          .page()
          .onRequest(
              request -> {
                if (request.url().contains(HERE)) {
                  back.set(request.url());
                }
              });
      go(shown, "luc.faure");
      shown.page().waitForURL("**/signin/link");
      for (Page page : List.of(shown.page(), thief.page())) {
        page.navigate(back.get());
        assertThat(page.locator("#why").textContent()).contains("a déjà servi");
      }
    }
  }

  /** As {@link ScenesST} looks at pages that need no provider. */
  private static void assertSound(Shown shown, String name) {
    shown
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "provider-" + name + ".png")));
    assertThat(new AxeBuilder(shown.page()).analyze().getViolations())
        .extracting(Rule::getId, Rule::getHelp)
        .isEmpty();
  }
}
