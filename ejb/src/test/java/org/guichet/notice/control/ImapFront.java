package org.guichet.notice.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server that knows no protection, as GreenMail does, and protects it: at
 * once, or after STARTTLS. It notes what was said before anything was protected.
 */
final class ImapFront implements AutoCloseable {
  /** How it protects. */
  enum How {
    AT_ONCE,
    AFTER_STARTTLS,
    NOT_AT_ALL
  }

  private final ServerSocket listening;
  private final SSLContext tls;
  private final How how;
  private final int behind;
  private final List<String> open = new CopyOnWriteArrayList<>();

  /**
   * Listens on a port of its own choice.
   *
   * @param behind port of the real server
   */
  ImapFront(SSLContext tls, How how, int behind) throws IOException {
    this.tls = tls;
    this.how = how;
    this.behind = behind;
    this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    background("imap-front", this::serve);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Commands that everybody could read, without their tags. */
  List<String> open() {
    return List.copyOf(open);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        if (how == How.AT_ONCE) {
          pass(secured(client), false);
        } else {
          talk(client);
        }
      } catch (IOException e) {
        // The client went: the next one is served.
      }
    }
  }

  private SSLSocket secured(Socket client) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private void talk(Socket client) throws IOException {
    say(client, "* OK ready");
    String line = readLine(client.getInputStream());
    while (!line.isEmpty()) {
      String tag = line.substring(0, line.indexOf(' '));
      String command = line.substring(line.indexOf(' ') + 1).strip();
      open.add(command);
      if (command.equals("CAPABILITY")) {
        say(client, "* CAPABILITY IMAP4rev1" + (how == How.AFTER_STARTTLS ? " STARTTLS" : ""));
        say(client, tag + " OK done");
      } else if (command.equals("STARTTLS") && how == How.AFTER_STARTTLS) {
        say(client, tag + " OK go ahead");
        pass(secured(client), true);
        return;
      } else {
        say(client, tag + " BAD what?");
      }
      line = readLine(client.getInputStream());
    }
  }

  /** Hands everything on, both ways, until one side ends. */
  private void pass(Socket client, boolean greeted) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      if (greeted) {
        readLine(server.getInputStream());
      }
      background("imap-front-up", () -> copy(client, server));
      copy(server, client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.close();
    } catch (IOException e) {
      // One side ended.
    }
  }

  private static void background(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    return line.toString(StandardCharsets.US_ASCII).strip();
  }

  private static void say(Socket to, String words) throws IOException {
    to.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    to.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
