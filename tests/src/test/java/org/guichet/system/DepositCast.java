package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;

/** An organisation that has dropped files of all kinds, with a person who looks at them. */
final class DepositCast {
  private final Chromium chromium;
  private Optional<Member> member = Optional.empty();
  private Optional<Cookie> session = Optional.empty();
  private final Map<String, Long> numbers = new HashMap<>();

  DepositCast(Chromium chromium) {
    this.chromium = chromium;
  }

  /** Goes to one of its pages. */
  void look(Shown shown, String address) {
    Member looked = member(shown.server());
    session = Optional.of(session.orElseGet(() -> session(looked)));
    Person.showAgain(session.get(), shown);
    shown.open(address);
  }

  /** Goes to the page of what was dropped under this name. */
  void lookAt(Shown shown, String file, String more) {
    lookAt(shown, "/portal/deposit", file, more);
  }

  /** The same of another page that is about it. */
  void lookAt(Shown shown, String page, String file, String more) {
    look(shown, page + "?number=" + number(shown, file) + more);
  }

  /** Goes to a page about a receipt on it. */
  void lookAtReceipt(Shown shown, String file, String page, String kind) {
    look(shown, "/portal/" + page + "?number=" + number(shown, file) + "&kind=" + kind);
  }

  /** Searches a holder's name; passages are listed a while after their verdict. */
  void lookForName(Shown shown) {
    String name = FluxSamples.lastName(5).substring(0, 3);
    Await.until(
        "the passages are listed",
        () -> {
          look(shown, "/portal/passages?by=NAME&q=" + name);
          return shown.page().locator(".pager").count() > 0;
        });
  }

  private long number(Shown shown, String file) {
    return numbers.computeIfAbsent(file, name -> number(member(shown.server()), name));
  }

  private static long number(Member dropper, String file) {
    return dropper.server().deposits(dropper.matricule()).stream()
        .filter(deposit -> deposit.getString("fileName").equals(file))
        .mapToLong(deposit -> deposit.getInt("number"))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Goes to the page that takes back, of a deposit of which passages are being taken back: the file
   * that does waits behind one that takes long. Should that be quick for once, another follows.
   */
  void takeBackTwice(Shown shown) {
    Member taker = Member.of(shown.server(), "fr");
    Person.showAgain(session(taker), shown);
    Await.until(
        "a file that takes back waits",
        () -> {
          int lot = taker.server().deposits(taker.matricule()).size() + 1;
          String name = "sabran_rncp99901_lot" + lot + ".xml";
          taker.put(name, flux(taker, "LOT-" + lot, 6, 0)).done();
          awaitVerdicts(taker);
          String page = "/portal/take-back?number=" + number(taker, name);
          shown.open(page).page().check("input[name=all]");
          shown.page().click("#choose-go");
          shown.page().waitForSelector("#take");
          taker.put("lent" + lot + ".xml", flux(taker, "LENT-" + lot, 60_000, 0)).done();
          shown.page().click("#take");
          shown.page().waitForURL("**/portal/deposit?number=*");
          shown.open(page);
          return shown.page().locator(".note a[href*='/portal/deposit?number=']").count() > 0;
        });
  }

  /** Chooses files on the page where they are dropped: two good ones, and one of somebody else. */
  void choose(Shown shown) {
    Member dropper = member(shown.server());
    Member other = Member.of(shown.server(), "fr");
    shown
        .page()
        .setInputFiles(
            "#files",
            new FilePayload[] {
              xml("sabran_rncp99901_lot15.xml", flux(dropper, "LOT-15", 18, 0)),
              xml("sabran_rncp99901_2026.xml", flux(dropper, "LOT-2026", 1_500, 0)),
              xml("autre_certificateur.xml", flux(other, "LOT-1", 4, 0))
            });
    for (int row = 1; row <= 3; row++) {
      shown.page().waitForSelector("#uploads li:nth-child(" + row + ") .ahead:not(:empty)");
    }
  }

  private static FilePayload xml(String name, byte[] bytes) {
    return new FilePayload(name, "application/xml", bytes);
  }

  private Cookie session(Member looking) {
    try (Shown other = chromium.french()) {
      Administrator.signedIn(other, looking);
      return Person.session(other);
    }
  }

  private Member member(RunningServer server) {
    if (member.isEmpty()) {
      Member made = Member.of(server, "fr");
      made.put("sabran_rncp99901_lot12.xml", flux(made, "LOT-12", 12, 0)).done();
      made.put("sabran_rncp99901_lot13.xml", flux(made, "LOT-13", 24, 3)).done();
      made.put("sabran_rncp99901_lot13_bis.xml", flux(made, "LOT-13", 24, 3)).done();
      made.put("sabran_rncp99901_lot12_encore.xml", flux(made, "LOT-12", 12, 0)).done();
      made.put("sabran_rncp99901_lot14.xml", flux(made, "LOT-14", 8, 3)).done();
      made.put("sabran_rncp99901_lot14-R1.xml", correction(made)).done();
      made.put("malforme.xml", "<flux>".getBytes(UTF_8)).done();
      awaitVerdicts(made);
      member = Optional.of(made);
    }
    return member.get();
  }

  private static void awaitVerdicts(Member dropper) {
    Await.until(
        "verdicts on all",
        () ->
            dropper.server().deposits(dropper.matricule()).stream()
                .allMatch(deposit -> !deposit.isNull("decidedAt")));
  }

  /** The rejected passages of lot 14, of which one still has a digit in a name. */
  private static byte[] correction(Member dropper) {
    return new String(flux(dropper, "LOT-14", 3, 1), UTF_8)
        .replace("<idFlux>LOT-14</idFlux>", "<idFlux>LOT-14-R1</idFlux>")
        .getBytes(UTF_8);
  }

  /** The first {@code bad} passages have a digit in a name, and every fourth a place that isn't. */
  private static byte[] flux(Member dropper, String idFlux, int passages, int bad) {
    return dropper
        .fileFor(dropper)
        .idFlux(idFlux)
        .passages(passages)
        .passage(
            n -> {
              String xml = FluxSamples.passage(idFlux + "-" + n, FluxSamples.titulaire(n));
              String placed = n % 4 == 0 ? xml.replace("75056", "99999") : xml;
              return n <= bad ? placed.replace("<nomNaissance>", "<nomNaissance>7") : placed;
            })
        .bytes();
  }
}
