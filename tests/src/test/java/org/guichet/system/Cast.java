package org.guichet.system;

import com.microsoft.playwright.options.Cookie;
import java.util.Optional;
import org.guichet.system.Chromium.Shown;

/** People whom scenes need, made once: too many passwords from one address would be refused. */
final class Cast {
  private final Chromium chromium;
  private final DeskCast desk;
  private Optional<Person> invited = Optional.empty();
  private Optional<String> reset = Optional.empty();
  private Optional<Cookie> session = Optional.empty();
  private Optional<Member> member = Optional.empty();
  private Optional<Cookie> enrolling = Optional.empty();

  private Optional<Asker> certifier = Optional.empty();
  private Optional<Asker> depositor = Optional.empty();
  private Optional<Asker> ended = Optional.empty();

  Cast(Chromium chromium) {
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
            Optional.of(Asker.depositor(other, member.map(Member::matricule).orElse("") + " ou un autre"));
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
