package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.system.Chromium.Shown;
import org.guichet.system.Mails.Mail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an organisation sets in the portal takes effect at the SFTP door, in receipts and mails. */
@ExtendWith(OneServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskST {
  private final RunningServer server;
  private final Chromium chromium;

  DeskST(RunningServer server) {
    this.server = server;
    chromium = new Chromium(server);
  }

  @AfterAll
  void end() {
    chromium.close();
  }

  @Test
  void aMandateGivenInThePageLetsThePartnerDepositUntilItIsRevokedThere() {
    Member certifier = Member.of(server, "fr");
    Member partner = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, certifier);
      shown.open("/portal/mandates");
      page.click("text=Mandater un déposant");
      page.fill("#q", partner.matricule().toLowerCase(Locale.ROOT));
      page.click("button:has-text('Chercher')");
      page.click("text=Choisir");
      page.click("#go");
      page.waitForURL("**/portal/mandates");
      assertThat(page.locator(".told").textContent()).contains("Institut fictif");

      partner.put("avec.xml", file(partner, certifier, "A")).done();
      assertThat(reception(partner, "avec.xml")).contains("<resultat>OK</resultat>");

      page.click("text=Révoquer");
      page.waitForURL("**/portal/mandate-end?*");
      assertThat(page.locator("main").textContent()).contains("qui se termine à partir de");
      page.click("#go");
      page.waitForURL("**/portal/mandates");
      partner.put("sans.xml", file(partner, certifier, "B")).done();
      assertThat(reception(partner, "sans.xml")).contains("<resultat>KO</resultat>");
      Await.until("both mails", () -> subjects(partner.email()).size() >= 6);
      assertThat(subjects(partner.email()))
          .anyMatch(subject -> subject.startsWith("Mandat reçu de"))
          .anyMatch(subject -> subject.startsWith("Mandat révoqué par"));
      assertThat(shown.complaints()).isEmpty();
    }
  }

  private List<String> subjects(String address) {
    return Mails.to(server, address).stream().map(Mail::subject).toList();
  }

  private static byte[] file(Member dropper, Member certifier, String idFlux) {
    return dropper.fileFor(certifier).idFlux(idFlux).passages(2).bytes();
  }

  private static String reception(Member member, String file) {
    return new String(member.receipt("/accuses", "reception", file), UTF_8);
  }

  @Test
  void aKeyAddedInThePageOpensTheDoorAndStoppingItThereEndsItsSession() throws IOException {
    Member member = Member.of(server, "fr");
    Member machine = withOtherKey(member);
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/keys");
      assertThat(page.locator(".cmd code").first().textContent())
          .isEqualTo("sftp -P " + server.sftpPort() + " " + member.matricule() + "@127.0.0.1");
      String known = Files.readString(server.clients().resolve("known_hosts"));
      assertThat(known.lines())
          .contains(page.locator("details .cmd code").first().textContent().strip());

      page.click("text=Ajouter une clé");
      page.fill("#name", "poste d’été");
      page.setInputFiles("#file", Path.of(machine.key() + ".pub"));
      page.click("#go");
      page.waitForURL("**/portal/keys");
      assertThat(page.locator(".told").textContent()).contains("« poste d’été »");
      machine.sftp("ls /").done();

      Process session = machine.session();
      try {
        Member.type(session, "ls -1 /");
        assertThat(session.inputReader().readLine()).isNotNull();
        page.click("tr:has-text('poste d’été') >> text=Arrêter");
        page.waitForURL("**/portal/key-end?*");
        page.click("#go");
        page.waitForURL("**/portal/keys");
        Await.until(
            "end of the session", () -> session.children().noneMatch(ProcessHandle::isAlive));
      } finally {
        session.destroyForcibly();
      }
      assertThat(machine.sftp("ls /").exit()).isNotZero();
      member.sftp("ls /").done();
      assertThat(shown.complaints()).isEmpty();
    }
  }

  /** The same organisation on another machine. */
  private Member withOtherKey(Member member) {
    Path key = member.key().resolveSibling("autre");
    Ran.program(
            List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()),
            RunningServer.ownEnvironment(),
            "")
        .done();
    return new Member(server, member.matricule(), member.contract(), "fr", key);
  }

  @Test
  void aPrivateKeyIsRefusedAndStandsNowhereAfterwards() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      String secret = read(member.key());
      shown.open("/portal/key-new");
      page.fill("#publicKey", secret);
      page.click("#go");
      page.waitForSelector("#publicKey-e");
      assertThat(page.locator("#publicKey-e").textContent()).contains("clé privée");
      assertThat(page.inputValue("#publicKey")).isEmpty();
      String line = secret.lines().skip(2).findFirst().orElseThrow();
      assertThat(page.content()).doesNotContain(line);
      assertThat(read(server.data().resolve("server/log/server.log"))).doesNotContain(line);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRecipientAddedInThePageGetsTheReceiptsUntilTakenOut() {
    Member member = Member.of(server, "fr");
    String address = "scolarite." + member.email();
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/settings");
      page.click("text=Ajouter un destinataire");
      page.fill("#address", address);
      page.uncheck("input[name='receipt.RECEPTION']");
      page.click("#go");
      page.waitForURL("**/portal/settings");
      member.put("un.xml", file(member, member, "A")).done();
      Await.until("the mail", () -> !subjects(address).isEmpty());
      assertThat(subjects(address)).hasSize(1).first().asString().contains("OK : 2, KO : 0");

      page.click("tr:has-text('" + address + "') >> text=Modifier");
      page.waitForURL("**/portal/recipient?id=*");
      page.click("#remove");
      page.waitForURL("**/portal/settings");
      assertThat(page.locator("main").textContent()).doesNotContain(address);
    }
  }

  @Test
  void aCertifierThatChoosesByPassageKeepsTheGoodPassages() {
    Member member = Member.of(server, "fr");
    try (Shown shown = chromium.french()) {
      Page page = shown.page();
      Administrator.signedIn(shown, member);
      shown.open("/portal/settings");
      page.check("input[name='mode'][value='BY_PASSAGE']");
      page.check("input[name='identity'][value='WARN']");
      page.click("#go");
      page.waitForSelector(".told");
      assertThat(page.isChecked("input[name='mode'][value='BY_PASSAGE']")).isTrue();
      String one = FluxSamples.passage(2).replace("<sexe>", "<sexe>H");
      member
          .put(
              "un.xml",
              member
                  .fileFor(member)
                  .passages(3)
                  .passage(n -> n == 2 ? one : FluxSamples.passage(n))
                  .bytes())
          .done();
      member.receipt("/accuses", "traitement", "un.xml");
      assertThat(server.deposits(member.matricule()).get(0).getInt("accepted")).isEqualTo(2);
    }
  }
}
