package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host key is replaced, and OpenSSH's clients follow by themselves. */
class HostKeyRotationTest {
  private static final String NAME = "ssh_host_ed25519_key";

  @TempDir Path folder;

  @BeforeEach
  void need() {
    Tools.need("ssh-keygen", "openssh-client");
  }

  private static void keygen(Path file, String... type) throws Exception {
    List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-t"));
    command.addAll(List.of(type));
    command.addAll(List.of("-f", file.toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static String key(Path publicHalf) throws IOException {
    return Files.readString(publicHalf).split(" ", 3)[1];
  }

  @Test
  void isAnnouncedProvenLearnedAndThenRetired() throws Exception {
    Path known = folder.resolve("known_hosts");
    Path keys = OpenDoor.newFolder();
    try (OpenDoor door = new OpenDoor(keys)) {
      OpenSsh client = new OpenSsh(door, OpenDoor.key(), folder).knowing(known);
      Path current = keys.resolve("sftp").resolve(NAME);
      Path next = current.resolveSibling(NAME + ".next");
      String old = key(current.resolveSibling(NAME + ".pub"));

      String rsa = key(current.resolveSibling("ssh_host_rsa_key.pub"));
      OpenDoor.await("both known", () -> learns(client, known, rsa));
      assertThat(known).content().contains(old);

      keygen(next, "ed25519");
      String coming = key(current.resolveSibling(NAME + ".next.pub"));
      OpenDoor.await("learned", () -> learns(client, known, coming));
      assertThat(known).content().contains(old);

      Files.move(next, current, StandardCopyOption.REPLACE_EXISTING);
      OpenDoor.await("retired", () -> !learns(client, known, old));
      assertThat(known).content().contains(coming);
    }
  }

  /** Signs in, strictly by what is known, and looks whether {@code key} is known then. */
  private static boolean learns(OpenSsh client, Path known, String key) {
    try {
      Workstation.Result result = client.sftp("ls /");
      assertThat(result.exit()).as(result.output()).isZero();
      return Files.readString(known).contains(key);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keepsWhatItHasWhileAFileIsBroken() throws Exception {
    HostKeyRing ring = new HostKeyRing(new HostKeys(folder));
    List<String> before = ring.prints();

    Files.writeString(folder.resolve(NAME + ".next"), "half a k");
    ring.refresh();
    assertThat(ring.prints()).isEqualTo(before);

    Files.delete(folder.resolve(NAME + ".next"));
    keygen(folder.resolve("other"), "rsa", "-b", "2048");
    Files.move(folder.resolve("other"), folder.resolve("ssh_host_rsa_key.next"));
    ring.refresh();
    assertThat(ring.prints()).isEqualTo(before);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new HostKeys(folder).next())
        .withMessageContaining("ssh_host_rsa_key.next");
  }
}
