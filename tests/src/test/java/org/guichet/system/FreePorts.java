package org.guichet.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that are stopped and started again: below those that the system gives to
 * whoever calls somebody, which else takes one while its server is down, and none of them twice.
 */
final class FreePorts {
  private static final int FIRST = 12_000;
  private static final int COUNT = 20_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePorts() {}

  static int one() {
    return row(1);
  }

  /** The first of two in a row. */
  static int pair() {
    return row(2);
  }

  private static int row(int length) {
    for (int tried = 0; tried < COUNT; tried++) {
      int first = FIRST + Math.floorMod(NEXT.getAndAdd(length), COUNT);
      boolean free = true;
      for (int port = first; port < first + length; port++) {
        free &= isFree(port);
      }
      if (free) {
        return first;
      }
    }
    throw new IllegalStateException("No free port from " + FIRST + " on");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false; // taken
    }
  }
}
