package org.guichet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks a server whether it is ready. */
final class Health {
  private static final int TIMEOUT_MILLIS = 5_000;

  private Health() {}

  /**
   * @param ready whether it answered yes
   * @param answer what it said, in its own JSON; a few words of ours when it said nothing
   */
  record Answer(boolean ready, String answer) {}

  static Answer ask(URI address) {
    try {
      // Never through a proxy: it is this machine that is asked.
      HttpURLConnection connection =
          (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      int status = connection.getResponseCode();
      try (InputStream body =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        String text =
            body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Answer(status == 200, text.isEmpty() ? "HTTP " + status : text);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return new Answer(false, "no answer: " + e.getMessage());
    }
  }
}
