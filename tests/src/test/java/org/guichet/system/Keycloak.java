package org.guichet.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guichet.it.Await;

/**
 * A real Keycloak, from its distribution, with its own database of tests and a realm of invented
 * people. Its log stays beside it after the tests.
 */
final class Keycloak implements AutoCloseable {
  static final String CLIENT = "guichet";
  static final String SECRET = "un-secret-de-quarante-caracteres-environ";
  static final String PASSWORD = "dix mille hirondelles";

  private static final String REALM = "/realm.json";
  private static final int OK = 200;
  private static final int SECONDS_TO_STOP = 30;

  private final int port;
  private final Path home;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;

  private Keycloak(int port, Path home, Process process) {
    this.port = port;
    this.home = home;
    this.process = process;
  }

  /** A port that nobody listens at yet; its issuer is known before it runs. */
  static int freePort() {
    return FreePorts.one();
  }

  static String issuer(int port) {
    return "http://127.0.0.1:" + port + "/realms/vauclair";
  }

  /** Returns when it answers. */
  static Keycloak started(int port, URI portal) {
    Path home = unpacked();
    Keycloak keycloak = new Keycloak(port, home, launch(port, home, portal));
    Await.until("Keycloak answers; its log is in " + home, keycloak::answers);
    return keycloak;
  }

  private static Path unpacked() {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("guichet.keycloak")))) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(int port, Path home, URI portal) {
    try {
      delete(home.resolve("data"));
      Path realm = Files.createDirectories(home.resolve("data/import")).resolve("vauclair.json");
      Files.writeString(realm, realm().replace("@PORTAL@", "http://" + portal.getAuthority()));
      ProcessBuilder builder =
          new ProcessBuilder(
                  "bash",
                  home.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--import-realm",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("keycloak.log").toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
      environment.put("JAVA_HOME", System.getProperty("java.home"));
      environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m");
      environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String realm() throws IOException {
    try (InputStream stream = Objects.requireNonNull(Keycloak.class.getResourceAsStream(REALM))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new AssertionError("Keycloak ended; its log is in " + home);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer(port) + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false; // not yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Its own processes, by their ids; harmless when it has ended. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
