package org.guichet.system;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.system.Chromium.Shown;

/** People whom scenes need, made once: too many passwords from one address would be refused. */
final class Cast {
  private static final List<String> NAMES =
      List.of("Maia Tanguy", "Idriss Belhadj-Roux", "Awa Diarra-de-la-Tour-du-Moulin");

  private final Chromium chromium;
  private final DepositCast deposits;
  private final DeskCast desk;
  private Optional<Person> invited = Optional.empty();
  private Optional<String> reset = Optional.empty();
  private Optional<Cookie> session = Optional.empty();
  private Optional<Member> member = Optional.empty();
  private Optional<Cookie> enrolling = Optional.empty();
  private Optional<Member> staffed = Optional.empty();
  private Optional<Cookie> administrator = Optional.empty();
  private Optional<Cookie> mandator = Optional.empty();
  private Optional<Asker> certifier = Optional.empty();
  private Optional<Asker> depositor = Optional.empty();
  private Optional<Asker> ended = Optional.empty();

  Cast(Chromium chromium) {
    deposits = new DepositCast(chromium);
    this.chromium = chromium;
    this.desk = new DeskCast(chromium);
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
