package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Starting, watching and stopping, as an operator does. */
@OwnServer
class OperationST {
  private static final int WRONG_USAGE = 2;
  private static final int DOWN = 3;

  @Test
  void keepsEverythingOverAStopAndAStart() throws IOException {
    try (RunningServer server = RunningServer.started("operation")) {
      assertThat(server.cli("status").done().out()).contains("Guichet is ready.");
      assertThat(body(server.loopback("/health/ready"))).contains("\"UP\"").doesNotContain("DOWN");
      assertThat(server.cli("start").done().out()).contains("is running already");
      Member certifier = Member.of(server, "fr");
      certifier.put("avant.xml", certifier.fileFor(certifier).bytes()).done();
      byte[] before = certifier.receipt("/accuses", "traitement", "avant.xml");
      List<String> rows = rows(server, certifier);

      server.cli("stop").done();
      assertThat(server.cli("status").exit()).isEqualTo(DOWN);
      assertThat(server.cli("deposits").exit()).isEqualTo(DOWN);
      assertThat(server.cli("stop").done().out()).contains("was not running");
      server.start();

      assertThat(certifier.receipt("/accuses", "traitement", "avant.xml")).isEqualTo(before);
      assertThat(rows(server, certifier)).isEqualTo(rows);
    }
  }

  private static List<String> rows(RunningServer server, Member member) {
    return List.of(
        server.deposits().toString(),
        server.ask("org", "list").getJsonArray("rows").toString(),
        server
            .ask("key", "list", "--org", member.matricule())
            .getJsonArray("rows")
            .getJsonObject(0)
            .getString("fingerprint"));
  }

  @Test
  void listsAllMistakesInTheSettingsAndStartsNothing() {
    RunningServer server = RunningServer.prepared("mistakes");
    Ran start =
        server.cliWith(
            Map.of(
                "GUICHET_HTTP_PORT", "eighty",
                "GUICHET_ZONE", "Europe/Atlantis",
                "GUICHET_SFTPPORT", "2222",
                "GUICHET_DEPOSIT_MAX_SIZE", "much"),
            "start");
    assertThat(start.exit()).isEqualTo(WRONG_USAGE);
    assertThat(start.err())
        .contains(
            "GUICHET_HTTP_PORT", "GUICHET_ZONE", "GUICHET_SFTPPORT", "GUICHET_DEPOSIT_MAX_SIZE");
    assertThat(Files.exists(server.data().resolve("run/server.pid"))).isFalse();
  }

  private static String body(URI address) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    assertThat(connection.getResponseCode()).isEqualTo(200);
    return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
