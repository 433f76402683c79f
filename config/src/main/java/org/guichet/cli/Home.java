package org.guichet.cli;

import java.nio.file.Path;

/**
 * Where the built parts lie; never written to by a running server.
 *
 * @param folder holds {@code server/}, {@code application/} and {@code cli/}
 */
record Home(Path folder) {

  /** As the script {@code guichet} tells it. */
  static Home ofScript() {
    return new Home(Path.of(System.getProperty("guichet.home", ".")).toAbsolutePath().normalize());
  }

  Path server() {
    return folder.resolve("server");
  }

  Path application() {
    return folder.resolve("application").resolve("guichet.ear");
  }
}
