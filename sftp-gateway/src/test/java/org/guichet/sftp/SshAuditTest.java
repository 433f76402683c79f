package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor's tool says of the real door. */
class SshAuditTest {
  private static final int EXIT_FAILURES = 3;
  private static final int EXIT_NO_ANSWER = 1;

  @TempDir Path folder;

  @Test
  void findsNothingToFail() throws Exception {
    Tools.need("ssh-audit", "ssh-audit");
    Path output = folder.resolve("output");
    try (OpenDoor door = new OpenDoor()) {
      Process audit =
          new ProcessBuilder(
                  List.of("ssh-audit", "-n", "-b", "-p", "" + door.server.port(), "127.0.0.1"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      audit.getOutputStream().close();

      assertThat(audit.waitFor(60, TimeUnit.SECONDS)).isTrue();

      String said = Files.readString(output);
      assertThat(said)
          .contains("curve25519-sha256", "ssh-ed25519", "rsa-sha2-512", "aes128-gcm@openssh.com")
          .doesNotContain("[fail]");
      assertThat(audit.exitValue()).as(said).isNotIn(EXIT_FAILURES, EXIT_NO_ANSWER);
    }
  }
}
