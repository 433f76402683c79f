package org.guichet.system;

import com.microsoft.playwright.options.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;

/**
 * A certifier with mandates and keys, a mere depositor and an untouched one, each with a person.
 */
final class DeskCast {
  private final Chromium chromium;
  private Optional<Member> certifier = Optional.empty();
  private Optional<Cookie> certifying = Optional.empty();
  private Optional<Cookie> depositing = Optional.empty();
  private Optional<Cookie> beginning = Optional.empty();
  private Optional<Process> machine = Optional.empty();
  private boolean dropped;

  DeskCast(Chromium chromium) {
    this.chromium = chromium;
  }

  /** Goes to a page of the certifier, as its administrator. */
  void certifier(Shown shown, String address) {
    Member member = certifier(shown.server());
    certifying = Optional.of(certifying.orElseGet(() -> session(member)));
    Person.showAgain(certifying.get(), shown);
    shown.open(address);
  }

  /** Goes to a page of the certifier after it dropped files, one of them with faults. */
  void dropping(Shown shown, String address) {
    Member member = certifier(shown.server());
    if (!dropped) {
      member
          .put("vauclair_lot1.xml", member.fileFor(member).idFlux("L1").passages(9).bytes())
          .done();
      String odd = FluxSamples.passage(2).replaceAll("<nomNaissance>[^<]*", "<nomNaissance>R2D2");
      byte[] faulty =
          member
              .fileFor(member)
              .idFlux("L2")
              .passages(12)
              .passage(n -> n == 2 ? odd : FluxSamples.passage(n + 100))
              .bytes();
      member.put("vauclair_lot2.xml", faulty).done();
      member.receipt("/accuses", "traitement", "vauclair_lot2.xml");
      dropped = true;
    }
    certifier(shown, address);
  }

  /** Goes to the own sessions of the certifier's administrator while a machine is in. */
  void watching(Shown shown) {
    if (machine.isEmpty()) {
      Process session = certifier(shown.server()).session();
      Member.type(session, "ls -1 /");
      machine = Optional.of(session);
    }
    certifier(shown, "/portal/sessions");
    Await.until(
        "the machine in the table",
        () -> {
          shown.page().reload();
          return shown.page().locator("section[aria-labelledby=doors] tbody tr").count() > 0;
        });
  }

  /** Lets the machine go. */
  void end() {
    machine.ifPresent(Process::destroyForcibly);
  }

  /** Matricule of the certifier. */
  String matricule(Shown shown) {
    return certifier(shown.server()).matricule();
  }

  /** Goes to a page of a depositor without a contract, as its administrator. */
  void depositor(Shown shown, String address) {
    depositing = Optional.of(depositing.orElseGet(() -> session(mereDepositor(shown.server()))));
    Person.showAgain(depositing.get(), shown);
    shown.open(address);
  }

  /** Goes to a page of a certifier that has done nothing yet, as its administrator. */
  void beginner(Shown shown, String address) {
    beginning = Optional.of(beginning.orElseGet(() -> session(beginner(shown.server()))));
    Person.showAgain(beginning.get(), shown);
    shown.open(address);
  }

  private Cookie session(Member member) {
    try (Shown other = chromium.french()) {
      Administrator.signedIn(other, member);
      return Person.session(other);
    }
  }

  private Member certifier(RunningServer server) {
    if (certifier.isEmpty()) {
      Member member = Member.of(server, "fr");
      partner(server, "77ZPART1", "Atelier Numérique Sabran");
      partner(server, "77ZPART2", "Coopérative Examens du Lac");
      partner(server, "77ZPART3", "Bureau Tirel des certifications professionnelles");
      mandate(member, "77ZPART1", "2020-01-01", "2096-12-31");
      mandate(member, "77ZPART2", "2095-01-01", "2096-12-31");
      mandate(member, "77ZPART3", "2020-01-01", "2024-06-18");
      certifier = Optional.of(member);
    }
    return certifier.get();
  }

  private static void partner(RunningServer server, String matricule, String name) {
    server
        .cli(
            "org",
            "add",
            "--matricule",
            matricule,
            "--name",
            name,
            "--email",
            matricule.toLowerCase(Locale.ROOT) + "@partenaire.example",
            "--lang",
            "fr")
        .done();
  }

  private static void mandate(Member certifier, String depositor, String from, String until) {
    certifier
        .server()
        .cli(
            "mandate",
            "add",
            "--certifier",
            certifier.matricule(),
            "--depositor",
            depositor,
            "--from",
            from,
            "--until",
            until)
        .done();
  }

  private Member mereDepositor(RunningServer server) {
    Member giver = certifier(server);
    return new Member(server, "77ZPART1", giver.contract(), "fr", giver.key());
  }

  /** Without a key. */
  private static Member beginner(RunningServer server) {
    Member member =
        new Member(server, "77ZNEW01", "MCFCER77NEW1", "fr", server.clients().resolve("none"));
    member.enter().done();
    return member;
  }
}
