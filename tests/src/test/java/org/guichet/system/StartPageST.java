package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The start page in Chromium, beyond what {@link ScenesST} sees on every page. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartPageST {
  private static final int MOST_TABS = 20;

  private final RunningServer server;
  private final Chromium chromium;

  StartPageST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  @Test
  void tellsHowToDropAndThatTheServiceIsUp() {
    try (Shown shown = chromium.french().open("/")) {
      Page page = shown.page();
      assertThat(page.locator("main").textContent()).contains("sftp -P " + server.sftpPort());
      assertThat(page.locator(".verdict.ok").count()).isEqualTo(1);
    }
  }

  @Test
  void changesItsLanguageByKeyboardAndRemembersIt() {
    try (Shown shown = chromium.french().open("/")) {
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

      shown.open("/");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.getAttribute('href')");
  }
}
