package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.guichet.it.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in by sftp, and who no longer does. */
@ExtendWith(OneServer.class)
class AccessST {
  /** At this speed, the file of the live upload takes two minutes. */
  private static final String KBITS_PER_SECOND = "400";

  /** Five seconds are promised; only a fault takes ten times as long. */
  private static final Duration FAR_TOO_LATE = Duration.ofSeconds(50);

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

  @ParameterizedTest
  @ValueSource(strings = {"key", "organisation"})
  void endsALiveUploadWhenItsKeyOrOrganisationIsStopped(String stopped) {
    Member member = Member.of(server, "fr");
    byte[] bytes = member.fileFor(member).passages(3_000).bytes();
    Process upload = slowly(member, "long.xml", bytes);
    try {
      long before = System.nanoTime();
      if (stopped.equals("key")) {
        server.cli("key", "stop", "--org", member.matricule(), "--name", "bureau").done();
      } else {
        server.cli("org", "suspend", member.matricule()).done();
      }
      Await.until(
          "end of the connection", () -> upload.children().noneMatch(ProcessHandle::isAlive));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(FAR_TOO_LATE);
    } finally {
      upload.destroyForcibly();
    }
    assertThat(server.deposits(member.matricule())).isEmpty();
  }

  @Test
  void judgesAnUploadByTheMandatesThatStandWhenItIsWhole() {
    Member certifier = Member.of(server, "fr");
    Member depositor = Member.of(server, "fr");
    certifier.mandate(depositor).done();
    byte[] bytes = depositor.fileFor(certifier).passages(600).bytes();
    Process upload = slowly(depositor, "lent.xml", bytes);
    try {
      server
          .cli(
              "mandate",
              "revoke",
              "--certifier",
              certifier.matricule(),
              "--depositor",
              depositor.matricule())
          .done();
      Member.type(upload, "bye");
      Await.until("the end of the upload", () -> !upload.isAlive());
      assertThat(new String(depositor.receipt("/accuses", "traitement", "lent.xml"), UTF_8))
          .contains("<type>DROITS</type>");
    } finally {
      upload.destroyForcibly();
    }
  }

  /** An upload whose first bytes are there, and which goes on for long. */
  private static Process slowly(Member member, String name, byte[] bytes) {
    Process upload = member.session("-l", KBITS_PER_SECOND);
    Member.type(upload, "put " + member.local(name, bytes) + " /depot/" + name);
    Await.until(
        "the first bytes",
        () ->
            member
                .sftp("-ls -l /depot/" + name)
                .out()
                .lines()
                .map(line -> line.split("\\s+", 6))
                .anyMatch(words -> words.length == 6 && size(words[4]) > 30_000));
    return upload;
  }

  private static long size(String word) {
    return word.matches("\\d+") ? Long.parseLong(word) : 0;
  }
}
