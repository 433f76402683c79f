package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.guichet.it.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets in by sftp, and who no longer does. */
@ExtendWith(OneServer.class)
class AccessST {
  private final RunningServer server;

  AccessST(RunningServer server) {
    this.server = server;
  }

  @Test
  void knowsAnOrganisationWhateverTheCaseOfItsLetters() {
    Member member = Member.of(server, "fr");
    assertThat(member.sftpAs(member.matricule().toLowerCase(Locale.ROOT), "ls -1 /").done().out())
        .contains("/depot", "/essai", "/accuses", "/incomplets");
  }

  @Test
  void letsNobodyInWithTheKeyOfAnother() {
    Member member = Member.of(server, "fr");
    Member other = Member.of(server, "fr");
    assertThat(member.sftpAs(other.matricule(), "ls /").exit()).isNotZero();
  }

  @Test
  void endsTheLiveSessionOfASuspendedOrganisationAndLetsItInOnlyWhenResumed() {
    Member member = Member.of(server, "fr");
    Process session = member.session();
    try {
      Member.type(session, "ls -1 /");
      String first = session.inputReader().readLine();
      assertThat(first).isNotNull();
      assertThat(session.children()).isNotEmpty();

      server.cli("org", "suspend", member.matricule()).done();
      Await.until(
          "end of the connection", () -> session.children().noneMatch(ProcessHandle::isAlive));
      assertThat(member.sftp("ls /").exit()).isNotZero();

      server.cli("org", "resume", member.matricule()).done();
      member.sftp("ls /").done();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      session.destroyForcibly();
    }
  }

  @Test
  void refusesAStoppedKey() {
    Member member = Member.of(server, "fr");
    member.sftp("ls /").done();
    server.cli("key", "stop", "--org", member.matricule(), "--name", "bureau").done();
    assertThat(member.sftp("ls /").exit()).isNotZero();
  }

  @Test
  void takesTheSameOrdersAgainWithoutHarm() {
    Member certifier = Member.of(server, "fr");
    Member depositor = Member.of(server, "en");
    certifier.mandate(depositor).done();
    certifier.enter().done();
    certifier.addKey().done();
    certifier.mandate(depositor).done();
    assertThat(server.ask("key", "list", "--org", certifier.matricule()).getJsonArray("rows"))
        .hasSize(1);
    assertThat(server.ask("mandate", "list", "--org", certifier.matricule()).getJsonArray("rows"))
        .hasSize(1);
    assertThat(server.cli("org", "suspend", "77ZNONE1").exit()).isEqualTo(1);
  }
}
