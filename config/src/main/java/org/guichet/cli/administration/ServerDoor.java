package org.guichet.cli.administration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.guichet.cli.ExitCode;
import org.guichet.cli.FailedException;

/**
 * Where a running server is to be asked, and the key that it wants to see: laid by the server into
 * {@code DATA/run/administration.properties}, readable by its owner only.
 */
record ServerDoor(int port, String token) {
  private static final int LAST_PORT = 65_535;

  /** Empty when no server laid a key there. */
  static Optional<ServerDoor> of(Path data, Texts texts) {
    Path file = data.resolve("run").resolve("administration.properties");
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FailedException(ExitCode.REFUSED, texts.text("door.UNREADABLE", file));
    }
    try {
      int port = Integer.parseInt(properties.getProperty("port", ""));
      String token = properties.getProperty("token", "");
      if (port > 0 && port <= LAST_PORT && !token.isEmpty()) {
        return Optional.of(new ServerDoor(port, token));
      }
    } catch (NumberFormatException e) {
      throw new FailedException(ExitCode.REFUSED, texts.text("door.UNREADABLE", file));
    }
    throw new FailedException(ExitCode.REFUSED, texts.text("door.UNREADABLE", file));
  }

  /** The record's own form would show the key. */
  @Override
  public String toString() {
    return "127.0.0.1:" + port;
  }
}
