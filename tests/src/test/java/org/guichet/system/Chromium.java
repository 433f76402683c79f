package org.guichet.system;

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
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The browser of the machine, without its windows; one for a class of tests. */
final class Chromium implements AutoCloseable {
  static final int WIDE = 1440;
  private static final int HEIGHT = 900;

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

  Chromium(RunningServer server) {
    this.server = server;
  }

  private static Playwright.CreateOptions withoutDownload() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return new Playwright.CreateOptions().setEnv(environment);
  }

  /** A page of somebody's own browser, and what went wrong or elsewhere while it was shown. */
  record Shown(RunningServer server, BrowserContext context, Page page, List<String> complaints)
      implements AutoCloseable {
    /** Goes to an address of ours, from the root. */
    Shown open(String address) {
      page.navigate(server.web(address).toString());
      return this;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /** A browser that was never here, on an empty page. */
  Shown fresh(String language, int width, ColorScheme scheme) {
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
    return new Shown(server, context, page, complaints);
  }

  Shown french() {
    return fresh("fr", WIDE, ColorScheme.LIGHT);
  }

  private boolean isOurs(String url) {
    @Nullable String authority = URI.create(url).getAuthority();
    return server.web("/").getAuthority().equals(authority);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
