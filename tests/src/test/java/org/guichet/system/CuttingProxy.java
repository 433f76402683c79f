package org.guichet.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A line between a client and the server that breaks after so many bytes. For one connection. */
final class CuttingProxy implements AutoCloseable {
  private static final int BUFFER = 512;

  private final ServerSocket door;
  private final int server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

  CuttingProxy(int server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::carry);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Breaks when so many more bytes have come from the client, which the server still gets. */
  void cutAfter(long bytes) {
    left.set(bytes);
  }

  private void carry() {
    try (Socket client = door.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), server)) {
      threads.execute(() -> back(to, client));
      InputStream in = client.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      int read = in.read(buffer);
      while (read >= 0) {
        long passing = Math.min(read, left.get());
        out.write(buffer, 0, (int) passing);
        if (left.addAndGet(-read) <= 0) {
          return; // both sockets end here
        }
        read = in.read(buffer);
      }
    } catch (IOException e) {
      return; // one of them went away
    }
  }

  private static void back(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      return; // cut
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
