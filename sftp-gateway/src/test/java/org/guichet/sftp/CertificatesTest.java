package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.guichet.platform.entity.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User certificates, made and used with OpenSSH's own programs. */
class CertificatesTest {
  @TempDir Path folder;

  private final FakeKeys keys = new FakeKeys();
  private Optional<Authority> authority = Optional.empty();
  private Optional<OpenDoor> door = Optional.empty();

  @BeforeEach
  void trust() throws Exception {
    Tools.need("ssh-keygen", "openssh-client");
    keys.certifies.add(OpenDoor.MATRICULE);
    authority = Optional.of(new Authority(folder));
    door =
        Optional.of(new OpenDoor(keys, OpenDoor.trusting(false, Optional.of(authority().file()))));
  }

  @AfterEach
  void close() {
    door.ifPresent(OpenDoor::close);
  }

  private Authority authority() {
    return authority.orElseThrow();
  }

  private OpenDoor door() {
    return door.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"ssh-ed25519,256", "ssh-rsa,3072", "ecdsa-sha2-nistp256,256"})
  void letInForTheNameThatTheyCertify(String type, int bits) throws Exception {
    OpenSsh client =
        authority()
            .certify(
                door(),
                OpenDoor.newKey(type, bits),
                "-n",
                "someone," + OpenDoor.MATRICULE.toLowerCase(Locale.ROOT),
                "-V",
                "-5m:+5m",
                "-O",
                "source-address=192.0.2.0/24,127.0.0.0/8");
    Files.writeString(folder.resolve("a.xml"), "<a/>");

    Workstation.Result result = client.sftp("put " + folder.resolve("a.xml") + " /depot/a.xml");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(door().spool.kept()).hasSize(1);
    OpenDoor.await("use noted", () -> !keys.used.isEmpty());
    assertThat(keys.used.get(0).actor()).isInstanceOf(Caller.Actor.Certificate.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-n 99ZZZ999", // for somebody else
        "", // for everybody
        "-n 12ABC345 -V -2h:-1h", // it is over
        "-n 12ABC345 -V +1h:+2h", // it hasn't begun
        "-n 12ABC345 -h", // it is a server's
        "-n 12ABC345 -O source-address=192.0.2.0/24",
        "-n 12ABC345 -O force-command=internal-sftp",
        "-n 12ABC345 -O verify-required",
        "-n 12ABC345 -O critical:two-men-rule@guichet.example=yes"
      })
  void areRefusedWhen(String options) throws Exception {
    assertTurnedAway(
        authority().certify(door(), options.isEmpty() ? new String[0] : options.split(" ", -1)));
  }

  @Test
  void areRefusedFromAnAuthorityThatIsNotTrusted() throws Exception {
    assertTurnedAway(new Authority(folder).certify(door(), "-n", OpenDoor.MATRICULE));
  }

  @Test
  void areRefusedForAKeyThatIsTooShort() throws Exception {
    assertTurnedAway(
        authority().certify(door(), OpenDoor.newKey("ssh-rsa", 2048), "-n", OpenDoor.MATRICULE));
  }

  @Test
  void areRefusedForAnOrganisationThatIsNotThere() throws Exception {
    keys.certifies.clear();
    assertTurnedAway(authority().certify(door(), "-n", OpenDoor.MATRICULE));
  }

  @Test
  void areRefusedWhereNobodyIsTrusted() throws Exception {
    try (OpenDoor closed = new OpenDoor(keys, OpenDoor.trusting(false, Optional.empty()))) {
      assertTurnedAway(authority().certify(closed, "-n", OpenDoor.MATRICULE));
    }
  }

  @Test
  void endTheirSessionsWhenTheyOrTheirOrganisationIsStopped() throws Exception {
    OpenSsh client = authority().certify(door(), "-n", OpenDoor.MATRICULE);
    Process waiting = client.sftpWaiting();
    try {
      OpenDoor.await("in", () -> !keys.used.isEmpty());
      keys.stop(keys.used.get(0).actor());
      long stopped = System.nanoTime();
      OpenDoor.await("ended", () -> door().server.sessions() == 0);

      assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(5));
      assertTurnedAway(client);
    } finally {
      waiting.destroyForcibly();
    }
  }

  @Test
  void stopTheStartWhereAnAuthorityCanNotBeRead() throws Exception {
    Path file = folder.resolve("authorities");
    for (String text : new String[] {"", "# nobody\n", "ssh-ed25519 AAAA\n", "nonsense\n"}) {
      Files.writeString(file, text);
      assertThatExceptionOfType(IOException.class)
          .as(text)
          .isThrownBy(() -> Certificates.authoritiesIn(Optional.of(file)))
          .withMessageContaining("authorities");
    }
    Authority weak = new Authority(folder, "rsa", "-b", "2048");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Certificates.authoritiesIn(Optional.of(weak.file())))
        .withMessageContaining("line 1");
    Files.writeString(file, "# ours\n\n" + Files.readString(authority().file()) + "\n# theirs\n");
    assertThat(Certificates.authoritiesIn(Optional.of(file))).hasSize(1);
  }

  private static void assertTurnedAway(OpenSsh client) throws Exception {
    Workstation.Result result = client.sftp("ls /");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("Permission denied (publickey)");
  }
}
