package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import org.guichet.flux.FluxSamples;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Statistics, legal deadlines and the alarm of silence, after real drops. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightST {
  private static final String CHART = "#parts .ui-chart.drawn canvas";

  private final RunningServer server;
  private final Chromium chromium;

  InsightST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  /** The first {@code bad} passages have a digit in a name; all are long past their deadline. */
  private static byte[] flux(Member dropper, Member certifier, String idFlux, int all, int bad) {
    return dropper
        .fileFor(certifier)
        .idFlux(idFlux)
        .passages(all)
        .passage(
            n -> {
              String xml = FluxSamples.passage(idFlux + "-" + n, FluxSamples.titulaire(n));
              return n <= bad ? xml.replace("<nomNaissance>", "<nomNaissance>7") : xml;
            })
        .bytes();
  }

  private static void dropped(Member dropper, String name, byte[] bytes) {
    dropper.put(name, bytes).done();
    dropper.receipt("/accuses", "traitement", name);
  }

  @Test
  void figuresOfRealDropsAreDrawnUnderOurOnePolicyAndAnswerToTheAddress() throws IOException {
    Member certifier = Member.of(server, "fr");
    Member depositor = Member.of(server, "fr");
    certifier.mandate(depositor).done();
    dropped(certifier, "propre.xml", flux(certifier, certifier, "STAT-1", 6, 2));
    dropped(depositor, "tiers.xml", flux(depositor, certifier, "STAT-2", 4, 1));
    try (Shown shown = chromium.french()) {
      Administrator.signedIn(shown, certifier);
      Page page = shown.page();
      Response answer = page.navigate(server.web("/portal/statistics").toString());
      page.waitForSelector(CHART);

      assertThat(answer.headersArray())
          .filteredOn(header -> header.name.equalsIgnoreCase("Content-Security-Policy"))
          .hasSize(1)
          .allMatch(header -> header.value.contains("script-src 'self' 'nonce-"));
      assertThat(page.locator(".ui-chart.drawn").count()).isEqualTo(3);
      for (int i = 0; i < 3; i++) {
        assertThat(colours(page, i)).as("colours of chart " + i).isGreaterThan(1);
      }
      assertThat(page.locator(CHART).getAttribute("role")).isEqualTo("img");
      assertThat(page.locator(".tiles").textContent()).contains("10", "30\u00a0%", "7");
      assertThat(page.locator("#parts tbody tr").count()).isEqualTo(2);

      page.click("#parts .tabs >> text=Par voie");
      page.waitForURL("**split=CHANNEL*");
      assertThat(page.locator("#parts tbody tr").textContent()).contains("par SFTP", "30\u00a0%");
      LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
      page.fill("#from", today.minusYears(3).toString());
      page.fill("#until", today.minusYears(2).toString());
      page.click("text=Afficher la période");
      page.waitForURL("**from=" + today.minusYears(3) + "&until=" + today.minusYears(2) + "*");
      assertThat(page.locator("main").textContent()).contains("Rien n’a été déposé");
      shown.open("/portal/statistics?period=MONTHS_12");
      page.waitForSelector(CHART);
      assertThat(page.locator(".tabs [aria-current]").first().textContent()).isEqualTo("12 mois");
      page.click("section[aria-labelledby=causes] summary:has-text('Exporter')");
      Download causes =
          page.waitForDownload(() -> page.click("section[aria-labelledby=causes] a[href*='.csv']"));
      assertThat(Files.readString(causes.path(), UTF_8)).contains(";3;2");
      assertThat(shown.complaints()).isEmpty();
    }
    try (Shown shown = chromium.french()) {
      Administrator.signedIn(shown, depositor);
      shown.open("/portal/statistics");
      assertThat(shown.page().locator(".tiles").textContent()).contains("25\u00a0%");
      APIResponse others =
          shown
              .page()
              .request()
              .get(server.web("/portal/statistics?of=" + certifier.matricule()).toString());
      assertThat(others.status()).isIn(403, 404);
    }
  }

  /** How many different colours a chart has: one would be an empty picture. */
  private static int colours(Page page, int chart) {
    Object count =
        page.evaluate(
            "(n) => { const c = document.querySelectorAll('.ui-chart canvas')[n];"
                + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                + " const all = new Set(); for (let i = 0; i < d.length; i += 4)"
                + " if (d[i + 3] === 255) all.add(d[i] + ',' + d[i + 1] + ',' + d[i + 2]);"
                + " return all.size; }",
            chart);
    return ((Number) count).intValue();
  }

  @Test
  void refusedPassagesWaitByTheirDeadlineUntilTheyAreMended() {
    Member member = Member.of(server, "fr");
    dropped(member, "avec-rejets.xml", flux(member, member, "DELAI", 3, 2));
    try (Shown shown = chromium.french()) {
      Administrator.signedIn(shown, member);
      Page page = shown.page();
      shown.open("/portal/dashboard");
      page.click("li:has-text('échéance légale') a");
      page.waitForURL("**/portal/deadlines?state=LATE");
      assertThat(page.locator("tbody tr").allTextContents())
          .hasSize(2)
          .allMatch(row -> row.contains("dépassée de") && row.contains("avec-rejets.xml"));
      page.click("tbody a:has-text('DELAI-1')");
      page.waitForURL("**/portal/deposit?number=*");

      dropped(member, "corrige.xml", flux(member, member, "DELAI", 2, 1));
      shown.open("/portal/deadlines");
      assertThat(page.locator("tbody tr").allTextContents())
          .singleElement()
          .satisfies(row -> assertThat(row).contains("DELAI-1", "corrige.xml"));
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void aCertifierChoosesWhenItIsToldOfASilence() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Administrator.signedIn(shown, member);
      Page page = shown.page();
      shown.open("/portal/settings");
      page.fill("#silence", "400");
      page.click("#listen");
      page.waitForSelector(".sum");
      assertThat(page.locator(".sum").textContent()).contains("400", "1 à 365");
      page.fill("#silence", "30");
      page.click("#listen");
      page.waitForURL("**/portal/settings");
      assertThat(page.locator("main").textContent())
          .contains("L’alerte de silence est enregistrée");
      assertThat(page.locator("#silence").inputValue()).isEqualTo("30");
      assertThat(shown.complaints()).isEmpty();
    }
  }
}
