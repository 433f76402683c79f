package org.guichet.system;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.it.Await;
import org.guichet.platform.entity.Sha256;
import org.guichet.system.Chromium.Shown;

/** People whom scenes need, made once: too many passwords from one address would be refused. */
final class Cast {
  private static final List<String> NAMES =
      List.of("Maia Tanguy", "Idriss Belhadj-Roux", "Awa Diarra-de-la-Tour-du-Moulin");

  private final Chromium chromium;
  private final DepositCast deposits;
  private final Postbox postbox;
  private final DeskCast desk;
  private final ImportCast imports;
  private Optional<Asker> mailing = Optional.empty();
  private boolean asked;
  private boolean reviewed;
  private Optional<Person> invited = Optional.empty();
  private Optional<String> reset = Optional.empty();
  private Optional<Cookie> session = Optional.empty();
  private Optional<Member> member = Optional.empty();
  private Optional<Cookie> enrolling = Optional.empty();
  private Optional<Member> staffed = Optional.empty();
  private Optional<Cookie> administrator = Optional.empty();
  private Optional<Cookie> user = Optional.empty();
  private Optional<Cookie> keeper = Optional.empty();
  private Optional<Cookie> mandator = Optional.empty();
  private Optional<Asker> certifier = Optional.empty();
  private Optional<Asker> depositor = Optional.empty();
  private Optional<Asker> ended = Optional.empty();

  Cast(Chromium chromium, Postbox postbox) {
    this.deposits = new DepositCast(chromium);
    this.chromium = chromium;
    this.postbox = postbox;
    this.desk = new DeskCast(chromium);
    this.imports = new ImportCast(chromium);
  }

  /** Follows the link of somebody whose account isn't active yet. */
  void followInvitation(Shown shown) {
    Person person = invited.orElseGet(() -> Person.invited(shown.server()));
    invited = Optional.of(person);
    shown.page().navigate(person.link());
  }

  /** Follows the link of somebody who forgot the password. */
  void followReset(Shown shown) {
    if (reset.isEmpty()) {
      Person person;
      try (Shown other = chromium.french()) {
        person = Person.activated(other);
      }
      reset = Optional.of(person.askForReset(shown));
    }
    shown.page().navigate(reset.get());
  }

  /** Signs somebody in who runs the portal. */
  void signIn(Shown shown) {
    if (session.isEmpty()) {
      try (Shown other = chromium.french()) {
        Person.signedIn(other);
        session = Optional.of(Person.session(other));
      }
    }
    Person.showAgain(session.get(), shown);
  }

  /** An organisation that has dropped files, and its person. */
  DepositCast deposits() {
    return deposits;
  }

  /** A school whose administrator imports people. */
  ImportCast imports() {
    return imports;
  }

  /** Organisations with what they set in the portal, and their people. */
  DeskCast desk() {
    return desk;
  }

  /**
   * Makes an organisation, so that there is one.
   *
   * @return its matricule
   */
  String organisation(Shown shown) {
    Member made = member.orElseGet(() -> Member.of(shown.server(), "fr"));
    member = Optional.of(made);
    return made.matricule();
  }

  /** Follows the mailed link of a request that waits. */
  void followRequest(Shown shown) {
    shown.page().navigate(certifier().link());
  }

  /** Follows the mailed link of a request that ended. */
  void followEndedRequest(Shown shown) {
    shown.page().navigate(ended().link());
  }

  /** As somebody who runs the portal, looks at a certifier's request. */
  void lookAtCertifier(Shown shown) {
    lookAt(shown, certifier());
  }

  /** As somebody who runs the portal, looks at a depositor's request, which names a certifier. */
  void lookAtDepositor(Shown shown) {
    organisation(shown);
    if (depositor.isEmpty()) {
      try (Shown other = chromium.french()) {
        depositor =
            Optional.of(
                Asker.depositor(other, member.map(Member::matricule).orElse("") + " ou un autre"));
      }
    }
    lookAt(shown, depositor.get());
  }

  /** As somebody who runs the portal, looks at a request that ended. */
  void lookAtEnded(Shown shown) {
    lookAt(shown, ended());
  }

  private void lookAt(Shown shown, Asker asker) {
    signIn(shown);
    shown.open("/portal/ticket?number=" + asker.number());
  }

  private Asker certifier() {
    if (certifier.isEmpty()) {
      try (Shown other = chromium.french()) {
        certifier = Optional.of(Asker.certifier(other));
      }
    }
    return certifier.get();
  }

  private Asker ended() {
    if (ended.isEmpty()) {
      try (Shown other = chromium.french()) {
        Asker asker = Asker.question(other);
        other.page().navigate(asker.link());
        other.page().click("#close");
        other.page().waitForSelector(".told");
        ended = Optional.of(asker);
      }
    }
    return ended.get();
  }

  /** Has a file break down that waits behind one that takes long, by taking its bytes away. */
  void breakDown(Shown shown) {
    signIn(shown);
    shown.open("/portal/failures");
    if (shown.page().locator("tbody tr").count() == 0) {
      Member dropper = Member.of(shown.server(), "fr");
      byte[] lost = dropper.fileFor(dropper).idFlux("PANNE").passages(3).bytes();
      byte[] slow = dropper.fileFor(dropper).idFlux("LENT").passages(60_000).bytes();
      dropper.put("lent.xml", slow).done();
      dropper.put("perdu.xml", lost).done();
      String digest = Sha256.of(lost).hex();
      delete(
          shown
              .server()
              .data()
              .resolve("files")
              .resolve(digest.substring(0, 2))
              .resolve(digest.substring(2, 4))
              .resolve(digest));
      Await.until(
          "the file broke down",
          () -> {
            shown.open("/portal/failures");
            return shown.page().locator("tbody tr").count() > 0;
          });
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has nothing that broke down left; goes to that page. */
  void decideFailures(Shown shown) {
    signIn(shown);
    shown.open("/portal/failures");
    while (shown.page().locator("button[value=give-up]").count() > 0) {
      shown.page().locator("button[value=give-up]").first().click();
      shown.page().waitForSelector(".told");
    }
  }

  /** As somebody who has asked for something while signed in, looks at that. */
  void lookAtOwn(Shown shown) {
    signIn(shown);
    if (!asked) {
      shown.open("/assistance?kind=other");
      shown.page().fill("#message", "Comment ajouter un exploitant ?");
      shown.page().click("#go");
      shown.page().waitForURL("**/assistance/sent*");
      asked = true;
    }
    shown.open("/portal/assistance");
  }

  /** As somebody who runs the portal, looks at a request that was answered by mail. */
  void lookAtMailed(Shown shown) {
    if (mailing.isEmpty()) {
      try (Shown other = chromium.french()) {
        Asker asker = Asker.question(other);
        asker.reply(
            postbox,
            "C’est pour le dépôt de mars, fichier certifiés-mars.xml.\n\nLe 22 nov. 2026 à 10:00,"
                + " Guichet <guichet@localhost> a écrit :\n> Votre demande est reçue.");
        postbox.write(
            "zoe.blanchard@colombe.example",
            "",
            "Horaires du support",
            "Bonjour,\n\nÀ quelles heures puis-je vous appeler ?\n\nZoé Blanchard");
        mailing = Optional.of(asker);
        signIn(other);
        Await.until(
            "the mails are read",
            () -> {
              other.open("/portal/unfiled-mails");
              return other.page().locator("main").textContent().contains("Horaires du support");
            });
      }
    }
    lookAt(shown, mailing.get());
  }

  /** Changes the catalogue's file and has it read; the shipped one is put back afterwards. */
  void changeCatalogue(Shown shown) {
    signIn(shown);
    shown.open("/portal/catalogue");
    String shipped = RunningServer.shippedCatalogue();
    String next =
        shipped
            .replace("<fr>Lit les accusés</fr>", "<fr>Consulte les accusés</fr>")
            .replace("code=\"IMPORT\"", "code=\"IMPORTER\"")
            .replace("code=\"DEPOT\"", "code=\"DEPOSANT\"");
    reload(shown, shipped);
    reload(shown, next);
    try (Shown other = chromium.french()) {
      signIn(other);
      other.open("/portal/catalogue");
      reload(other, shipped);
    }
  }

  private static void reload(Shown shown, String catalogue) {
    shown.server().writeCatalogue(catalogue);
    shown.page().click("#reload");
    shown.page().waitForSelector(".told");
  }

  /** Has a catalogue read that has mistakes; the shipped one is put back afterwards. */
  void breakCatalogue(Shown shown) {
    signIn(shown);
    shown.open("/portal/catalogue");
    shown.server().writeCatalogue("<catalogue xmlns=\"urn:guichet:catalogue:1\"/>");
    shown.page().click("#reload");
    shown.page().waitForSelector(".sum");
    shown.server().writeCatalogue(RunningServer.shippedCatalogue());
  }

  /** Goes to a page about the people of an organisation as somebody who runs the portal. */
  void people(Shown shown, String page) {
    String matricule = staffed(shown).matricule();
    signIn(shown);
    shown.open("/portal/" + page + (page.contains("?") ? "&" : "?") + "of=" + matricule);
  }

  /**
   * Goes to the page of the administrator of that organisation, as somebody who runs the portal.
   */
  void oneOfThem(Shown shown) {
    people(shown, "members");
    shown.page().click("tbody th a");
    shown.page().waitForURL("**/portal/member?id=*");
  }

  /** Signs in an administrator of an organisation that has people. */
  void administrate(Shown shown, String page) {
    Member organisation = staffed(shown);
    if (administrator.isEmpty()) {
      try (Shown other = chromium.french()) {
        Person person = Person.mailed(shown.server(), login(1), address(organisation, 1));
        person.activate(other).enter(other);
        administrator = Optional.of(Person.session(other));
      }
    }
    Person.showAgain(administrator.get(), shown);
    shown.open("/portal/" + page);
  }

  /** Signs in somebody of that organisation who administers nobody. */
  void belong(Shown shown, String page) {
    Member organisation = staffed(shown);
    if (user.isEmpty()) {
      try (Shown other = chromium.french()) {
        Person.mailed(shown.server(), login(2), address(organisation, 2))
            .activate(other)
            .typePasswordOnly(other);
        other.page().waitForURL("**/portal/**");
        user = Optional.of(Person.session(other));
      }
    }
    Person.showAgain(user.get(), shown);
    shown.open("/portal/" + page);
  }

  /** Signs in somebody who may see and import an organisation's people; it has none yet. */
  void keepPeople(Shown shown, String page) {
    if (keeper.isEmpty()) {
      Member member = Member.of(shown.server(), "fr");
      try (Shown other = chromium.french()) {
        signIn(other);
        People.create(other, member, "Inès", "Vauclair", "ines@ecole.example", true);
        other.page().check("input[value=IMPORT]");
        other.page().click("#give");
        other.page().waitForSelector(".told");
        Person person = Person.mailed(shown.server(), "ines.vauclair", "ines@ecole.example");
        other.context().clearCookies();
        person.activate(other).enter(other);
        keeper = Optional.of(Person.session(other));
      }
    }
    Person.showAgain(keeper.get(), shown);
    shown.open("/portal/" + page);
  }

  /**
   * Has the administrator make codes, and stays where they are shown.
   *
   * @return one of them
   */
  String makeCodes(Shown shown) {
    administrate(shown, "invite");
    shown.page().fill("#count", "3");
    shown.page().check("input[value=DEPOT]");
    shown.page().check("input[value=ACCUSES]");
    shown.page().click("#go");
    shown.page().waitForURL("**/portal/codes-made?batch=*");
    return shown.page().locator(".codes code").first().textContent();
  }

  /**
   * Has the administrators of the organisation with people be asked who still is to have rights,
   * and two months pass: the server is stopped meanwhile.
   *
   * @return its matricule
   */
  String reviewLongAgo(Shown shown) {
    String matricule = staffed(shown).matricule();
    if (!reviewed) {
      try (Shown other = chromium.french()) {
        signIn(other);
        other.open("/portal/review?of=" + matricule);
        other.page().click("#ask");
        other.page().waitForSelector("#confirm");
      }
      shown.server().cli("stop").done();
      try (Rows rows = Rows.of(shown.server())) {
        rows.change(
            "update rights_review set asked_at = dateadd(day, -60, asked_at),"
                + " due_at = dateadd(day, -60, due_at) where organisation ="
                + " (select id from organisation where matricule = '"
                + matricule
                + "')");
        rows.change(
            "update membership set granted_at = dateadd(day, -90, granted_at) where organisation ="
                + " (select id from organisation where matricule = '"
                + matricule
                + "')");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      shown.server().start();
      reviewed = true;
    }
    return matricule;
  }

  /** Signs in somebody who works for a certifier that mandates the organisation with people. */
  void lookAtTheirPeople(Shown shown) {
    Member depositor = staffed(shown);
    if (mandator.isEmpty()) {
      Member member = Member.of(shown.server(), "fr");
      member.mandate(depositor).done();
      try (Shown other = chromium.french()) {
        signIn(other);
        People.create(other, member, "Ida", "Loriot", "ida@certifier.example", true);
        Person person = Person.mailed(shown.server(), "ida.loriot", "ida@certifier.example");
        other.context().clearCookies();
        person.activate(other).enter(other);
        mandator = Optional.of(Person.session(other));
      }
    }
    Person.showAgain(mandator.get(), shown);
    shown.open("/portal/members?of=" + depositor.matricule());
  }

  private Member staffed(Shown shown) {
    if (staffed.isEmpty()) {
      Member organisation = Member.of(shown.server(), "fr");
      try (Shown other = chromium.french()) {
        signIn(other);
        for (int n = 1; n <= NAMES.size(); n++) {
          String[] name = NAMES.get(n - 1).split(" ", 2);
          People.create(other, organisation, name[0], name[1], address(organisation, n), n == 1);
        }
      }
      staffed = Optional.of(organisation);
    }
    return staffed.get();
  }

  private static String address(Member organisation, int n) {
    return "personne" + n + "@" + organisation.matricule().toLowerCase(Locale.ROOT) + ".example";
  }

  private static String login(int n) {
    return NAMES.get(n - 1).toLowerCase(Locale.ROOT).replace(' ', '.');
  }

  /** Goes to the page of enrolment, a right password given. */
  void beginEnrolment(Shown shown) {
    enrolling.ifPresent(step -> Person.showAgain(step, shown));
    shown.open("/signin/enrolment");
    if (shown.page().locator("#code").count() == 0) {
      try (Shown other = chromium.french()) {
        Person.activated(other).typePassword(other);
        enrolling = Optional.of(Person.step(other));
        Person.showAgain(enrolling.get(), shown);
      }
      shown.open("/signin/enrolment");
    }
  }
}
