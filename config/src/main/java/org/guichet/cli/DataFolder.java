package org.guichet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What lies where under the folder of all that persists. */
record DataFolder(Path root) {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Makes the folders; nobody but their owner may look inside. */
  void make() throws IOException {
    for (Path folder : new Path[] {root, run(), server(), logs(), root.resolve("db")}) {
      Files.createDirectories(folder, OWNER_ONLY);
    }
  }

  /** About the running server, worthless once it is down. */
  Path run() {
    return root.resolve("run");
  }

  /** The application server's own files. */
  Path server() {
    return root.resolve("server");
  }

  Path logs() {
    return server().resolve("log");
  }

  Path serverLog() {
    return logs().resolve("server.log");
  }

  /** What the JVM itself says, before there is a log. */
  Path consoleLog() {
    return logs().resolve("console.log");
  }

  /** Written by the application server when it is up, with or without errors. */
  Path startupMarker() {
    return server().resolve("tmp").resolve("startup-marker");
  }

  Path pidFile() {
    return run().resolve("server.pid");
  }

  Path addresses() {
    return run().resolve("server.properties");
  }

  Path lock() {
    return run().resolve("start.lock");
  }

  Path tlsStore() {
    return run().resolve("tls.p12");
  }
}
