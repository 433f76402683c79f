package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guichet.system.Chromium.Shown;

/** A school whose administrator imports people. */
final class ImportCast {
  private static final String PUPILS =
      """
      Nom élève;Prénom élève;Né(e) le (jj/mm/aaaa);Divison;Identifiant externe;Régime
      ABELLARD;Nino;14/02/2016;CM2 A;E-0412;DP
      CHARDOT;Olivia;1/9/2015;CM2 A;E-0413;EXT
      LECŒUR;Bastien;02-01-2016;CM2 B;E-0414;DP
      MÜLLER-LÉVY;José-María;31/02/2016;CM2 B;E-0415;DP
      O’BRIEN;Liam;2015-11-30;cm2 b;E-0416;EXT
      """;
  private static final String PARENTS =
      """
      Civilité;Nom responsable;Prénom responsable;Courriel;Nom enfant;Prénom enfant;Classe enfant
      MME;ABELLARD;Sonia;sonia.abellard@ecole.example;ABELLARD;Nino;CM2 A
      M.;CHARDOT;François;f.chardot@ecole.example;CHARDOT;Olivia;CM2A
      M.;LECŒUR;Yann;;LECŒUR;Bastienne;CM2 B
      """;

  private static final int MANY = 5_000;
  private static final double LONG = 120_000;
  private static final Pattern LOGIN = Pattern.compile("Identifiant de connexion\\s+(\\S+)");
  private static final Pattern CODE = Pattern.compile("Code d.accès\\s+([A-Z2-9]{8})\\b");

  private final Chromium chromium;
  private Optional<Cookie> school = Optional.empty();
  private Optional<Cookie> largeSchool = Optional.empty();
  private Optional<Cookie> parent = Optional.empty();
  private Optional<Cookie> forgetful = Optional.empty();
  private int larges;

  ImportCast(Chromium chromium) {
    this.chromium = chromium;
  }

  /** Goes to the files of an import that is begun. */
  static void begin(Shown shown) {
    shown.open("/portal/imports");
    shown.page().click("#begin");
    shown.page().waitForURL("**/portal/import-files?id=*");
  }

  /** Id of the import that a page is about. */
  static String id(Page page) {
    return page.url().substring(page.url().indexOf("id=") + "id=".length());
  }

  /** Chooses a file of pupils as Windows writes it, and one of parents. */
  static void choose(Page page) {
    page.setInputFiles("#PUPIL", csv("eleves.csv", PUPILS, Charset.forName("windows-1252")));
    page.setInputFiles("#PARENT", csv("parents.csv", PARENTS, UTF_8));
  }

  /** Drops files onto the card of a profile, as if they were dragged there. */
  static void drag(Page page, String profile, Map<String, String> files) {
    JSHandle dragged =
        page.evaluateHandle(
            "files => {"
                + " const all = new DataTransfer();"
                + " for (const [name, text] of Object.entries(files))"
                + "   all.items.add(new File([text], name));"
                + " return all; }",
            files);
    page.dispatchEvent(
        ".kinds > li:has(#" + profile + ")", "drop", Map.of("dataTransfer", dragged));
  }

  /** A file of so many pupils, in classes of twenty-five. */
  static FilePayload many(int pupils) {
    return many(pupils, "Groupe");
  }

  private static FilePayload many(int pupils, String group) {
    StringBuilder text = new StringBuilder("Nom;Prénom;Date de naissance;Classe\n");
    for (int number = 0; number < pupils; number++) {
      text.append(letters(number)).append(";Camille;0").append(1 + number % 9);
      text.append("/09/2016;").append(group).append(' ').append(letters(number / 25)).append('\n');
    }
    return csv("eleves.csv", text.toString(), UTF_8);
  }

  /** A name of its own for each number. */
  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number + 26; rest > 0; rest /= 26) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  private static FilePayload csv(String name, String text, Charset charset) {
    return new FilePayload(name, "text/csv", text.getBytes(charset));
  }

  /** The school's program, with a key that may import and nothing else. */
  static Member robot(Member school) {
    return school.withKey("robot", "import");
  }

  static byte[] pupils() {
    return PUPILS.getBytes(Charset.forName("windows-1252"));
  }

  static byte[] parents() {
    return PARENTS.getBytes(UTF_8);
  }

  /** Signs the school's administrator in, and goes to a page. */
  void look(Shown shown, String address) {
    school = school.or(() -> Optional.of(administrator(shown)));
    Person.showAgain(school.get(), shown);
    shown.open(address);
  }

  /** The session of somebody who administers a school that is new. */
  private Cookie administrator(Shown shown) {
    Member member = Member.of(shown.server(), "fr");
    try (Shown other = chromium.french()) {
      Administrator.signedIn(other, member);
      return Person.session(other);
    }
  }

  /** Goes to the files of a new import. */
  void files(Shown shown) {
    look(shown, "/portal/imports");
    begin(shown);
  }

  /** Has files taken, and looks at them. */
  void taken(Shown shown) {
    files(shown);
    choose(shown.page());
    shown.page().click("button[value=add]");
    shown.page().waitForSelector(".taken");
  }

  /** Goes to the fields of a file that lacks a compulsory column. */
  void lacking(Shown shown) {
    files(shown);
    String text = "Nom;Prénom;Classe;Remarque\nABELLARD;Nino;CM2 A;\nCHARDOT;Olivia;CM1;\n";
    shown.page().setInputFiles("#PUPIL", csv("sans-date.csv", text, UTF_8));
    next(shown, "fields");
  }

  void fields(Shown shown) {
    files(shown);
    choose(shown.page());
    next(shown, "fields");
  }

  void classes(Shown shown) {
    fields(shown);
    next(shown, "classes");
  }

  void report(Shown shown) {
    classes(shown);
    next(shown, "report");
    shown.page().waitForSelector("#apply");
  }

  /** Goes to an import that was done: what is wrong was left out. */
  void done(Shown shown) {
    report(shown);
    Page page = shown.page();
    page.click("button[value=out-all]");
    page.waitForSelector("#apply:has-text('Aucune ligne ne bloque'), #apply:has-text('No row')");
    page.click("button[value=apply]");
    page.waitForURL("**/portal/import-done?id=*");
    page.waitForSelector("#figures");
  }

  /** Goes to the classes of an import that takes a while. */
  private void large(Shown shown) {
    largeSchool = largeSchool.or(() -> Optional.of(administrator(shown)));
    Person.showAgain(largeSchool.get(), shown);
    begin(shown);
    larges++;
    shown.page().setInputFiles("#PUPIL", many(MANY, "Groupe " + larges));
    next(shown, "fields");
    next(shown, "classes");
  }

  /** Goes to an import whose plan is on its way, and stays so. */
  void planning(Shown shown) {
    large(shown);
    hold(shown.page(), "report");
    next(shown, "report");
    waitForProgress(shown.page());
  }

  /** Goes to an import that is being done, and stays so. */
  void applying(Shown shown) {
    large(shown);
    next(shown, "report");
    Page page = shown.page();
    waitLong(page, "#apply");
    hold(page, "done");
    page.click("button[value=apply]");
    page.waitForURL("**/portal/import-done?id=*");
    waitForProgress(page);
  }

  /** Waits for what comes after many rows. */
  static void waitLong(Page page, String selector) {
    page.waitForSelector(selector, new Page.WaitForSelectorOptions().setTimeout(LONG));
  }

  /** How far it is may still be nothing: a quick server has done all before it can be asked. */
  private static void waitForProgress(Page page) {
    waitLong(page, "#moving progress");
  }

  /** Keeps a page from learning that the work it shows has come to its end. */
  private static void hold(Page page, String step) {
    page.route(
        "**/portal/import-" + step + "?*",
        route -> {
          if (!route.request().headers().containsKey("guichet-by-itself")) {
            route.resume();
            return;
          }
          String answer = route.fetch().text();
          boolean ended = !answer.contains("id=\"moving\"");
          route.fulfill(
              new Route.FulfillOptions()
                  .setContentType("text/html")
                  .setBody(ended ? page.content() : answer));
        });
  }

  /** Goes to an import whose files got lost before its plan was made anew. */
  void failed(Shown shown) {
    report(shown);
    String id = id(shown.page());
    try (Stream<Path> files = Files.list(shown.server().data().resolve("imports").resolve(id))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shown.page().click("button[value=out]");
    shown.page().waitForSelector("p.note.ko code");
  }

  /** Goes to the report of an import that more than a tenth of the pupils would leave by. */
  void guarded(Shown shown) {
    done(shown);
    begin(shown);
    String text = "Nom;Prénom;Date de naissance;Classe\nABELLARD;Nino;14/02/2016;CM2 A\n";
    shown.page().setInputFiles("#PUPIL", csv("eleves.csv", text, UTF_8));
    shown.page().check("input[name=preDelete]");
    next(shown, "fields");
    next(shown, "classes");
    next(shown, "report");
    shown.page().waitForSelector("#typed");
  }

  /** Goes to the report, where the row of a parent whose child isn't found is opened. */
  void child(Shown shown) {
    report(shown);
    shown.page().click("tbody tr:has-text('Yann') a[href*='edit=']");
    shown.page().waitForSelector("#mend .cand");
  }

  /** Shows a parent who came in by a slip what is known of them. */
  void record(Shown shown) {
    parent = parent.or(() -> Optional.of(comeIn("ABELLARD")));
    Person.showAgain(parent.get(), shown);
    shown.open("/portal/my-record");
  }

  /** Goes to the slip of a parent who came in by one, gave no address, and lost the password. */
  void renewing(Shown shown) {
    forgetful = forgetful.or(() -> Optional.of(comeIn("LECŒUR")));
    slip(shown, "LECŒUR");
  }

  private void slip(Shown shown, String name) {
    people(shown, "/portal/people?profile=PARENT");
    shown.page().click("tbody a:has-text('" + name + "')");
    shown.page().click("a[href*='/portal/slips']");
    shown.page().waitForURL("**/portal/slips?*");
  }

  private Cookie comeIn(String name) {
    String slip;
    try (Shown printing = chromium.french()) {
      slip(printing, name);
      Page page = printing.page();
      Download paper = page.waitForDownload(() -> page.click("#print"));
      slip = text(paper.path());
    }
    String login = first(LOGIN, slip); // one of another school may have had the plain name
    try (Shown coming = chromium.french()) {
      Page page = coming.open("/signin/slip").page();
      page.fill("#login", login);
      page.fill("#code", first(CODE, slip));
      page.fill("#password", Person.PASSWORD);
      page.click("#go");
      page.fill("#name", login);
      page.fill("#password", Person.PASSWORD);
      page.click("#go");
      page.waitForURL("**/portal/my-record");
      return Person.session(coming);
    }
  }

  private static String first(Pattern wanted, String text) {
    return wanted.matcher(text).results().map(found -> found.group(1)).findFirst().orElseThrow();
  }

  private static String text(Path paper) {
    try (PDDocument document = Loader.loadPDF(paper.toFile())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at the people whom an import brought. */
  void people(Shown shown, String address) {
    done(shown);
    shown.open(address);
  }

  private static void next(Shown shown, String step) {
    shown.page().click("button[value=next]");
    shown.page().waitForURL("**/portal/import-" + step + "?id=*");
  }
}
