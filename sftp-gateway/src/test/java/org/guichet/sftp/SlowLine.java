package org.guichet.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A line to a door that lets a client's bytes through one spoonful after the other. */
final class SlowLine implements AutoCloseable {
  private static final int SPOONFUL = 1024;

  private final ServerSocket entry = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final ExecutorService pumps = Executors.newCachedThreadPool();
  private final int port;
  private volatile Duration pause = Duration.ZERO;

  SlowLine(int port) throws IOException {
    this.port = port;
    pumps.execute(this::connect);
  }

  int port() {
    return entry.getLocalPort();
  }

  /** From now on there is such a pause after each spoonful. */
  void pauseFor(Duration each) {
    pause = each;
  }

  private void connect() {
    try (Socket client = entry.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setReceiveBufferSize(SPOONFUL);
      pumps.execute(() -> pump(server, client, false));
      pump(client, server, true);
    } catch (IOException e) {
      // The line is cut, as lines are.
    }
  }

  private void pump(Socket from, Socket to, boolean slow) {
    byte[] bytes = new byte[SPOONFUL];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        out.write(bytes, 0, count);
        if (slow) {
          LockSupport.parkNanos(pause.toNanos());
        }
      }
    } catch (IOException e) {
      // As above.
    }
  }

  @Override
  public void close() throws IOException {
    entry.close();
    pumps.shutdownNow();
  }
}
