package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is played by a process that waits, and by a small web server for its health. */
class ReadinessTest {
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;

  private DataFolder data;
  private Process process;
  private HttpServer web;
  private int health = 200;

  @BeforeEach
  void start() throws IOException {
    data = new DataFolder(folder);
    data.make();
    Files.createDirectories(data.startupMarker().getParent());
    process = new ProcessBuilder("/bin/cat").start();
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/health/ready",
        exchange -> {
          byte[] body = "{\"status\":\"?\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(health, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    web.start();
  }

  @AfterEach
  void end() {
    web.stop(0);
    process.destroy();
  }

  @Test
  void returnsWhenTheServerSaysThatItIsReady() throws IOException {
    Files.writeString(data.startupMarker(), "success:1");

    assertThat(readiness().await(LONG, true)).isLessThan(LONG);
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void tellsTheErrorsOfTheLastStartWhenItFailedAndEndsTheServer() throws IOException {
    Files.writeString(
        data.serverLog(),
        """
        {"level":"ERROR","message":"of an earlier start"}
        {"level":"INFO","message":"WFLYSRV0049: starting"}
        {"level":"ERROR","message":"the database is away"}
        """);
    Files.writeString(data.startupMarker(), "error:1");

    assertThatThrownBy(() -> readiness().await(LONG, true))
        .isInstanceOf(FailedException.class)
        .hasMessageContainingAll("could not start", "the database is away", "server.log")
        .hasMessageNotContaining("earlier start");
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void tellsTheLastWordsOfAServerThatDied() throws Exception {
    Files.writeString(data.consoleLog(), "Error: could not reserve enough space\n");
    process.getOutputStream().close();
    process.waitFor();

    assertThatThrownBy(() -> readiness().await(LONG, true))
        .hasMessageContainingAll("ended while it started", "could not reserve enough space");
  }

  @Test
  void givesUpOnAServerThatDoesNotGetReady() throws IOException {
    health = 503;
    Files.writeString(data.startupMarker(), "success:1");

    assertThatThrownBy(() -> readiness().await(SHORT, true))
        .hasMessageContainingAll("not ready after", "{\"status\":\"?\"}");
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void leavesAServerAloneThatItDidNotStart() {
    assertThatThrownBy(() -> readiness().await(SHORT, false)).isInstanceOf(FailedException.class);
    assertThat(process.isAlive()).isTrue();
  }

  private Readiness readiness() {
    Addresses addresses = new Addresses(URI.create("http://x"), "x:22", web.getAddress().getPort());
    return new Readiness(data, process.toHandle(), addresses);
  }
}
