package org.guichet.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What the server of the container tests is given: free ports, an empty data folder, and a
 * database. Runs before the first test of a JVM; other runs than those on a server are left alone.
 */
public final class ItServer implements LauncherSessionListener {
  private @Nullable EmbeddedPostgres postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String database = System.getProperty("arquillian.launch");
    if (database == null) {
      return;
    }
    try {
      Path folder = Path.of(System.getProperty("guichet.it.folder"), database);
      Files.createDirectories(folder);
      Path data = Files.createTempDirectory(folder, "data");
      int management = freePort();
      List<String> flags =
          new ArrayList<>(
              List.of(
                  "-Xmx384m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Djava.net.preferIPv4Stack=true",
                  "-Dguichet.data=" + data,
                  "-Dguichet.secret-file=" + data.resolve("secret"),
                  "-Dguichet.http.port=" + freePort(),
                  "-Dguichet.sftp.port=" + freePort(),
                  "-Dguichet.management.port=" + freePort(),
                  "-Djboss.management.http.port=" + management,
                  "-Dguichet.deposit.max-passages=50",
                  "-Dguichet.deposit.max-size=1MB",
                  "-Dguichet.deposit.retry-delays=PT1S,PT1S,PT1S",
                  "-Dguichet.it.rounds=" + (Boolean.getBoolean("guichet.nightly") ? 1_000 : 50),
                  "-Dguichet.console.level=WARN"));
      flags.addAll(database(database, data));
      // Arquillian puts it into its XML as it is.
      System.setProperty("guichet.it.jvm", String.join(" ", flags).replace("&", "&amp;"));
      System.setProperty("guichet.it.management", Integer.toString(management));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> database(String database, Path data) throws IOException {
    if (database.equals("postgresql")) {
      EmbeddedPostgres started = EmbeddedPostgres.start();
      postgres = started;
      return List.of(
          "-Dguichet.db.user=postgres",
          "-Dguichet.datasource.driver=postgresql",
          "-Dguichet.datasource.url=jdbc:postgresql://127.0.0.1:"
              + started.getPort()
              + "/postgres?stringtype=unspecified&reWriteBatchedInserts=true&logServerErrorDetail=false",
          "-Dguichet.db.url=jdbc:postgresql://127.0.0.1:" + started.getPort() + "/postgres");
    }
    return List.of(
        "-Dguichet.datasource.url=jdbc:h2:async:"
            + data.resolve("db").resolve("guichet")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000");
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
