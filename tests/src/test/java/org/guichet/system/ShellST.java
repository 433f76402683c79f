package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the frame around all pages does: search, bell, chart, rows, machines that are in. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellST {
  private static final long MOST_BYTES = 600_000;
  private static final String CHART = ".ui-chart.drawn canvas";

  private final RunningServer server;
  private final Chromium chromium;

  ShellST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  @Test
  void findsAFileByTheKeyboardAloneAndTellsOfItsRejectedPassagesOnce() {
    Member member = Member.of(server, "fr");
    String name = member.matricule().toLowerCase(Locale.ROOT) + "_lot.xml";
    String odd = FluxSamples.passage(2).replaceAll("<nomNaissance>[^<]*", "<nomNaissance>R2D2");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/dashboard");
      assertThat(bell(page)).isEqualTo("Notifications");
      member
          .put(
              name,
              member
                  .fileFor(member)
                  .passages(3)
                  .passage(n -> n == 2 ? odd : FluxSamples.passage(n))
                  .bytes())
          .done();
      member.receipt("/accuses", "traitement", name);

      shown.open("/portal/organisation");
      assertThat(bell(page)).isEqualTo("Notifications, une non lue");
      page.keyboard().press("/");
      page.keyboard().type(name.substring(0, 10));
      page.keyboard().press("Enter");
      page.waitForURL("**/portal/search?q=*");
      assertThat(page.locator("main").textContent()).contains(name, "1 sur 1");
      String idTechnique = idTechnique(FluxSamples.passage(1));
      shown.open("/portal/search?q=" + idTechnique);
      assertThat(page.locator("main").textContent()).contains(name);

      page.click(".bell");
      page.waitForURL("**/portal/notifications");
      assertThat(page.locator(".news").textContent()).contains("accepté en partie", name);
      page.click("text=Tout marquer comme lu");
      page.waitForURL("**/portal/notifications");
      assertThat(bell(page)).isEqualTo("Notifications");
      assertThat(page.locator(".news .fresh").count()).isZero();
      assertThat(page.locator(".news li").count()).isEqualTo(1);
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private static String bell(Page page) {
    return page.locator(".bell").getAttribute("aria-label");
  }

  private static String idTechnique(String passage) {
    return passage.replaceAll("(?s).*<idTechnique>([^<]*)<.*", "$1");
  }

  @Test
  void drawsTheTrendUnderOurOnePolicyAndWithinTheWeightOfAPage() {
    Member member = Member.of(server, "fr");
    member.put("un.xml", member.fileFor(member).passages(3).bytes()).done();
    member.receipt("/accuses", "traitement", "un.xml");
    try (Shown shown = chromium.fresh("fr", Chromium.WIDE, ColorScheme.LIGHT)) {
      Administrator.signedIn(shown, member);
      try (Shown first = chromium.fresh("fr", Chromium.WIDE, ColorScheme.LIGHT)) {
        Person.showAgain(Person.session(shown), first);
        Page page = first.page();
        List<Response> loaded = new CopyOnWriteArrayList<>();
        page.onResponse(loaded::add);
        Response answer = page.navigate(server.web("/portal/dashboard").toString());
        page.waitForSelector(CHART);

        assertThat(answer.headersArray())
            .filteredOn(header -> header.name.equalsIgnoreCase("Content-Security-Policy"))
            .hasSize(1)
            .allMatch(header -> header.value.contains("script-src 'self' 'nonce-"));
        assertThat(page.locator(CHART).getAttribute("role")).isEqualTo("img");
        assertThat(page.locator(CHART).getAttribute("aria-label")).contains("100\u00a0%");
        assertThat(colours(page)).isGreaterThan(1);
        long bytes = loaded.stream().mapToLong(r -> r.request().sizes().responseBodySize).sum();
        assertThat(bytes).as("bytes over the wire, first time").isBetween(50_000L, MOST_BYTES);
        assertThat(first.complaints()).isEmpty();

        loaded.clear();
        page.navigate(server.web("/portal/organisation").toString());
        assertThat(loaded).noneMatch(response -> response.url().contains("primefaces"));
      }
    }
  }

  /** How many different colours the chart has: one would be an empty picture. */
  private static int colours(Page page) {
    Object count =
        page.evaluate(
            "(s) => { const c = document.querySelector(s); const d = c.getContext('2d')"
                + ".getImageData(0, 0, c.width, c.height).data; const all = new Set();"
                + " for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255)"
                + " all.add(d[i] + ',' + d[i + 1] + ',' + d[i + 2]); return all.size; }",
            CHART);
    return ((Number) count).intValue();
  }

  @Test
  void keepsRowsAsCloseAsTheyWereChosenToBe() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/members?q=claire");
      page.click(".top-end details:last-of-type > summary");
      page.click("text=Compacts");
      page.waitForSelector("body.compact");
      assertThat(page.url()).endsWith("/portal/members?q=claire");
      shown.open("/portal/keys");
      assertThat(page.locator("body.compact").count()).isEqualTo(1);
    }
  }

  @Test
  void putsAMachineOutFromTheTableOfSessions() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      Process session = member.session();
      try {
        Member.type(session, "ls -1 /");
        Await.until(
            "the machine in the table",
            () -> {
              shown.open("/portal/sessions");
              return page.locator("section[aria-labelledby=doors] tbody tr").count() == 1;
            });
        page.click("section[aria-labelledby=doors] button");
        page.waitForSelector(".told");
        Await.until(
            "end of the session", () -> session.children().noneMatch(ProcessHandle::isAlive));
      } finally {
        session.destroyForcibly();
      }
      Await.until(
          "the table without it",
          () -> {
            shown.open("/portal/sessions");
            return page.locator("section[aria-labelledby=doors] tbody tr").count() == 0;
          });
      member.sftp("ls /").done();
      assertThat(shown.complaints()).isEmpty();
    }
  }

  @Test
  void letsAnOperatorStopAKeyOfAnyOrganisationFromItsRecord() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Person.signedIn(shown);
      shown.open("/portal/organisation-record?m=" + member.matricule());
      page.click("a[href*='/portal/keys?of=']");
      page.waitForURL("**/portal/keys?of=" + member.matricule());
      assertThat(page.locator(".crumbs").textContent()).contains(member.matricule());
      page.click("text=Arrêter");
      page.click("#go");
      page.waitForURL("**/portal/keys?of=" + member.matricule());
      assertThat(page.locator(".told").count()).isEqualTo(1);
      assertThat(member.sftp("ls /").exit()).isNotZero();

      shown.open("/portal/settings?of=" + member.matricule());
      page.selectOption("#months", "6");
      page.click("#live");
      page.waitForURL("**/portal/settings?of=" + member.matricule());
      assertThat(page.locator(".told").textContent()).contains("6\u00a0mois");
      assertThat(page.inputValue("#months")).isEqualTo("6");
      assertThat(shown.complaints()).isEmpty();
    }
  }
}
