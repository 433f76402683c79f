package org.guichet.notice.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that wants STARTTLS before anything else, as GreenMail can't. */
final class StartTlsServer implements AutoCloseable {
  private final ServerSocket listening;
  private final SSLContext tls;
  private final String answerToRecipient;
  private final List<String> commands = new CopyOnWriteArrayList<>();

  /**
   * Listens on a port of its own choice.
   *
   * @param answerToRecipient what is answered to {@code RCPT}
   */
  StartTlsServer(SSLContext tls, String answerToRecipient) throws IOException {
    this.tls = tls;
    this.answerToRecipient = answerToRecipient;
    this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "starttls-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What was said, each with {@code tls} before it when nobody could listen in. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        talk(client, "");
      } catch (IOException e) {
        commands.add("end " + e.getClass().getSimpleName());
      }
    }
  }

  private void talk(Socket client, String how) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.US_ASCII);
    if (how.isEmpty()) {
      say(out, "220 test ESMTP");
    }
    String line = in.readLine();
    while (line != null) {
      commands.add(how + line);
      String verb = List.of(line.split("[ :]", 2)).get(0);
      switch (verb) {
        case "EHLO" -> say(out, how.isEmpty() ? "250-test\r\n250 STARTTLS" : "250 test");
        case "STARTTLS" -> {
          say(out, "220 go ahead");
          SSLSocket secured =
              (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
          secured.setUseClientMode(false);
          talk(secured, "tls ");
          return;
        }
        case "MAIL" -> say(out, how.isEmpty() ? "530 5.7.0 Must issue STARTTLS" : "250 ok");
        case "RCPT" -> say(out, answerToRecipient);
        case "DATA" -> say(out, "354 go on");
        case "." -> say(out, "250 taken");
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> {
          if (List.of("RSET", "NOOP").contains(verb)) {
            say(out, "250 ok");
          }
        }
      }
      line = in.readLine();
    }
  }

  private static void say(PrintWriter out, String words) {
    out.print(words + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
