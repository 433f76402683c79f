package org.guichet.flux.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells whether somebody is looking. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether a stream is shown on a terminal.
   *
   * @param descriptor 1 for standard output, 2 for standard error
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean is(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    // Knows of input and output together only, and from Java 22 on nothing at all.
    return Runtime.version().feature() < 22 && System.console() != null;
  }

  /** Whether it may be written in colours: https://no-color.org. */
  static boolean takesColours(int descriptor, Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"))
        && is(descriptor);
  }
}
