package org.guichet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Lays out the application server's own folder under the data folder: its configuration and the
 * application come anew from the build at each start, its journals and logs stay.
 */
final class ServerFolder {
  static final String CONFIGURATION = "standalone.xml";

  private static final String END = "</server>";
  private static final String DEPLOYMENT =
      """
          <deployments>
              <deployment name="guichet.ear" runtime-name="guichet.ear">
                  <fs-archive path="application/guichet.ear" relative-to="jboss.server.base.dir"/>
              </deployment>
          </deployments>
      """;

  private final Home home;
  private final Path folder;

  ServerFolder(Home home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  /** Ready for a start afterwards, whatever an earlier one left. */
  void prepare() throws IOException {
    Path configuration = folder.resolve("configuration");
    erase(configuration);
    erase(folder.resolve("tmp"));
    copy(home.server().resolve("standalone").resolve("configuration"), configuration);
    Path file = configuration.resolve(CONFIGURATION);
    Files.writeString(file, withApplication(Files.readString(file)));
    // A copy: a build may replace the original while this server runs.
    Path application = folder.resolve("application");
    Files.createDirectories(application);
    Files.copy(
        home.application(),
        application.resolve("guichet.ear"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The configuration with the application in it; deployments come last there. */
  static String withApplication(String configuration) {
    int end = configuration.lastIndexOf(END);
    if (end < 0 || configuration.contains("<deployments>")) {
      throw new IllegalArgumentException("not the configuration that was built");
    }
    return configuration.substring(0, end) + DEPLOYMENT + END + "\n";
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  private static void erase(Path tree) throws IOException {
    if (Files.notExists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
