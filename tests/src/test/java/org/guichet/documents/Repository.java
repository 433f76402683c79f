package org.guichet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that this test belongs to, seen from the module that it runs in. */
final class Repository {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", "data");

  private Repository() {}

  /** Files of the sources, without what a build or a run leaves behind. */
  static List<Path> files(Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      return paths
          .filter(path -> ours(ROOT.relativize(path)))
          .filter(Files::isRegularFile)
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java sources that are shipped. */
  static List<Path> mainSources() {
    return files(
        path ->
            path.toString().endsWith(".java")
                && ROOT.relativize(path).toString().contains("src/main/java"));
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds a page to what the code says, or writes it anew when that is asked for. */
  static void assertPageSays(String name, String expected) throws IOException {
    Path page = ROOT.resolve("docs").resolve(name);
    if (Boolean.getBoolean("guichet.docs.write")) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, expected);
    }
    assertThat(page)
        .as("docs/%s; written anew by -Dguichet.docs.write=true", name)
        .content()
        .isEqualTo(expected);
  }

  private static boolean ours(Path relative) {
    for (Path part : relative) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
