package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.guichet.web.health.HealthChecks;
import org.guichet.web.health.HealthReport;
import org.junit.jupiter.api.Test;

class StartPageTest {
  @Test
  void tellsHowToReachTheSftpDoor() {
    StartPage page = page("https://guichet.example.org", 2222, List.of());
    assertThat(page.getSftpHost()).isEqualTo("guichet.example.org");
    assertThat(page.command("12ABC345")).isEqualTo("sftp -P 2222 12ABC345@guichet.example.org");
  }

  @Test
  void leavesTheUsualPortOut() {
    assertThat(page("https://guichet.example.org", 22, List.of()).command("12ABC345"))
        .isEqualTo("sftp 12ABC345@guichet.example.org");
  }

  @Test
  void writesAnAddressWithItsBracketsWhereTheCommandWantsThem() {
    StartPage page = page("http://[::1]:8080", 2222, List.of());
    assertThat(page.getSftpHost()).isEqualTo("::1");
    assertThat(page.command("12ABC345")).isEqualTo("sftp -P 2222 12ABC345@[::1]");
  }

  @Test
  void namesWhatItKnowsAndShowsTheRestAsItIs() {
    StartPage page =
        page(
            "https://guichet.example.org",
            2222,
            List.of(
                new HealthReport.Check("database", true, Map.of()),
                new HealthReport.Check("moon", false, Map.of())));
    assertThat(page.isUp()).isFalse();
    assertThat(page.getStates())
        .containsExactly(
            new StartPage.State("Base de données", true), new StartPage.State("moon", false));
  }

  private static StartPage page(String publicUrl, int port, List<HealthReport.Check> checks) {
    StartPage page = new StartPage();
    page.settings = SomeSettings.at(Path.of("data"), URI.create(publicUrl), port);
    page.language = new PageLanguage();
    page.language.request = new Requests.Asked().header("Accept-Language", "fr").request();
    page.checks =
        new HealthChecks() {
          @Override
          public HealthReport run(Kind kind) {
            return new HealthReport(checks);
          }
        };
    return page;
  }
}
