package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start page in Chromium; pictures go to {@code target/pictures}. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartPageST {
  private static final int HEIGHT = 900;
  private static final int MOST_TABS = 20;

  private final RunningServer server;
  private final Playwright playwright = Playwright.create(withoutDownload());
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

  StartPageST(RunningServer server) {
    this.server = server;
  }

  @AfterAll
  void end() {
    browser.close();
    playwright.close();
  }

  private static Playwright.CreateOptions withoutDownload() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return new Playwright.CreateOptions().setEnv(environment);
  }

  /** A page, and what went wrong or elsewhere while it was shown. */
  private record Shown(BrowserContext context, Page page, List<String> complaints)
      implements AutoCloseable {
    @Override
    public void close() {
      context.close();
    }
  }

  private Shown show(String language, int width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT));
    Page page = context.newPage();
    List<String> complaints = new CopyOnWriteArrayList<>();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
    page.onRequest(
        request -> {
          if (!isOurs(request.url())) {
            complaints.add("elsewhere: " + request.url());
          }
        });
    page.navigate(server.web("/").toString());
    return new Shown(context, page, complaints);
  }

  private boolean isOurs(String url) {
    @Nullable String authority = URI.create(url).getAuthority();
    return server.web("/").getAuthority().equals(authority);
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 1440, LIGHT", "fr, 1440, DARK", "fr, 390, LIGHT", "fr, 390, DARK",
    "en, 1440, LIGHT", "en, 1440, DARK", "en, 390, LIGHT", "en, 390, DARK"
  })
  void isSoundInEachLanguageWidthAndLight(String language, int width, ColorScheme scheme) {
    try (Shown shown = show(language, width, scheme)) {
      Page page = shown.page();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Path.of("target", "pictures")
                      .resolve(
                          String.join(
                              "-",
                              "start",
                              language,
                              Integer.toString(width),
                              scheme.name().toLowerCase(Locale.ROOT) + ".png"))));

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(page.locator("h1").count()).isEqualTo(1);
      assertThat(page.locator("main").textContent())
          .contains("sftp -P " + server.sftpPort())
          .doesNotContain("???");
      assertThat(page.locator(".verdict.ok").count()).isEqualTo(1);
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("no scrolling sideways")
          .isEqualTo(page.evaluate("document.documentElement.clientWidth"));
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(Rule::getId, Rule::getHelp)
          .isEmpty();
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void changesItsLanguageByKeyboardAndRemembersIt() {
    try (Shown shown = show("fr", 1440, ColorScheme.LIGHT)) {
      Page page = shown.page();
      page.keyboard().press("Tab");
      assertThat(focused(page)).as("first stop").isEqualTo("#content");
      for (int tabs = 1; tabs < MOST_TABS && !"?lang=en".equals(focused(page)); tabs++) {
        page.keyboard().press("Tab");
      }
      assertThat(focused(page)).isEqualTo("?lang=en");
      page.keyboard().press("Enter");
      page.waitForURL("**/?lang=en");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");

      page.navigate(server.web("/").toString());
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.getAttribute('href')");
  }
}
