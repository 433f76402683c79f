package org.guichet.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.account.control.CatalogueReader;
import org.guichet.it.Await;

/**
 * A server of its own data folder and ports, handled through the command line alone. Its folder
 * stays under {@code target/it/system} after the tests, with the log.
 */
final class RunningServer implements AutoCloseable {

  private final Path folder;
  private final int http;
  private final int sftp;
  private final int management;
  private final Map<String, String> environment;

  private RunningServer(Path folder, int http, int sftp, int management) {
    this.folder = folder;
    this.http = http;
    this.sftp = sftp;
    this.management = management;
    environment = ownEnvironment();
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GUICHET_HTTP_PORT", Integer.toString(http));
    environment.put("GUICHET_SFTP_PORT", Integer.toString(sftp));
    environment.put("GUICHET_MANAGEMENT_PORT", Integer.toString(management));
  }

  /** A new one on an empty folder, ready. */
  static RunningServer started(String name) {
    RunningServer server = prepared(name);
    server.start();
    return server;
  }

  /** Not started yet. */
  static RunningServer prepared(String name) {
    try {
      Path all = Path.of(System.getProperty("guichet.it.folder"), "system");
      Files.createDirectories(all);
      return new RunningServer(
          Files.createTempDirectory(all, name + "-"),
          FreePorts.one(),
          FreePorts.one(),
          FreePorts.pair());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it is ready; harmless when it is. */
  void start() {
    tryToStart("").done();
  }

  /** From the next start on, it has this variable in its environment. */
  RunningServer with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /**
   * Returns when it is ready, or when it has died before that. It compiles no more than it must: a
   * server of tests doesn't live long enough to gain from more.
   *
   * @param option of its JVM, besides; may be empty
   */
  Ran tryToStart(String option) {
    return start("-XX:SharedArchiveFile=" + ClassArchive.FILE + " " + option);
  }

  private Ran start(String option) {
    return cliWith(
        Map.of(
            "JDK_JAVA_OPTIONS",
            "-XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off " + option),
        "start");
  }

  /** As by {@code kill -9}: nothing of it gets a chance to tidy up. */
  void kill() {
    ProcessHandle process = process();
    process.destroyForcibly();
    Await.until("end of process " + process.pid(), () -> !process.isAlive());
  }

  /** Empty when it is dead, or was never started. */
  Optional<ProcessHandle> running() {
    Path file = data().resolve("run/server.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip().split(" ", -1)[0]))
              .filter(ProcessHandle::isAlive)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProcessHandle process() {
    return running().orElseThrow();
  }

  /** One command of {@code ./guichet}, to its end, whichever that is. */
  Ran cli(String... words) {
    return cliWith(Map.of(), words);
  }

  /** As {@link #cli}, with further variables in the environment. */
  Ran cliWith(Map<String, String> variables, String... words) {
    Path home = Path.of(System.getProperty("guichet.home"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dguichet.home=" + home,
                "-cp",
                home.resolve("cli") + "/*",
                "org.guichet.cli.Guichet"));
    command.addAll(Arrays.asList(words));
    command.addAll(List.of("--data", data().toString()));
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return Ran.program(command, all, "");
  }

  /** What a command that must go well answers in JSON. */
  JsonObject ask(String... words) {
    List<String> command = new ArrayList<>(Arrays.asList(words));
    command.add("--json");
    String out = cli(command.toArray(String[]::new)).done().out();
    try (JsonReader reader = Json.createReader(new StringReader(out))) {
      return reader.readObject();
    }
  }

  /** All deposits, newest first. */
  List<JsonObject> deposits() {
    return ask("deposits", "--limit", "1000").getJsonArray("rows").getValuesAs(JsonObject.class);
  }

  /** Of one organisation, newest first. */
  List<JsonObject> deposits(String matricule) {
    return ask("deposits", "--org", matricule, "--limit", "1000")
        .getJsonArray("rows")
        .getValuesAs(JsonObject.class);
  }

  Path data() {
    return folder.resolve("data");
  }

  /** The catalogue that it reads, where it is told so. */
  Path catalogue() {
    return folder.resolve("catalogue.xml");
  }

  void writeCatalogue(String text) {
    try {
      Files.writeString(catalogue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that comes with this version. */
  static String shippedCatalogue() {
    try (InputStream in = CatalogueReader.packaged()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A place for what clients keep. */
  Path clients() {
    return folder.resolve("clients");
  }

  URI web(String path) {
    return URI.create("http://127.0.0.1:" + http + path);
  }

  URI loopback(String path) {
    return URI.create("http://127.0.0.1:" + management + path);
  }

  int sftpPort() {
    return sftp;
  }

  int serverManagementPort() {
    return management + 1;
  }

  /** Without the settings of whoever runs the tests. */
  static Map<String, String> ownEnvironment() {
    Map<String, String> own = new HashMap<>(System.getenv());
    own.keySet().removeIf(name -> name.startsWith("GUICHET_"));
    return own;
  }

  @Override
  public void close() {
    cli("stop").done();
  }

  /**
   * The classes of a server as the JVM had read them, which takes a fifth off each of the many
   * starts of a run. One that no longer fits is ignored by the JVM, class by class.
   */
  private static final class ClassArchive {
    static final Path FILE = made(Path.of(System.getProperty("guichet.it.folder"), "classes.jsa"));

    private static Path made(Path file) {
      if (!Files.exists(file)) {
        try (RunningServer server = prepared("archive")) {
          server.start("-XX:ArchiveClassesAtExit=" + file).done();
        }
      }
      return file;
    }
  }
}
