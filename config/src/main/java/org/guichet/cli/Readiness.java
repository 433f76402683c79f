package org.guichet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a server: until it is ready, until it is sure that it won't be, or long enough. */
final class Readiness {
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  private final DataFolder data;
  private final ProcessHandle process;
  private final Addresses addresses;

  Readiness(DataFolder data, ProcessHandle process, Addresses addresses) {
    this.data = data;
    this.process = process;
    this.addresses = addresses;
  }

  /**
   * Returns how long it took until the server was ready.
   *
   * @param ours whether the server is to be ended when it fails
   * @throws FailedException when it died, failed or wasn't ready in time, with the log's words
   */
  Duration await(Duration limit, boolean ours) {
    long start = System.nanoTime();
    Health.Answer answer = new Health.Answer(false, "it did not finish its start");
    while (elapsed(start).compareTo(limit) < 0) {
      if (endsWithin(process, BETWEEN)) {
        throw failed("The server ended while it started.");
      }
      String marker = marker();
      if (marker.startsWith("error")) {
        endIf(ours);
        throw failed("The server could not start.");
      }
      if (marker.startsWith("success")) {
        answer = Health.ask(addresses.health());
        if (answer.ready()) {
          return elapsed(start);
        }
      }
    }
    endIf(ours);
    throw failed(
        "The server was not ready after %d s: %s.".formatted(limit.toSeconds(), answer.answer()));
  }

  private static Duration elapsed(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void endIf(boolean ours) {
    if (ours) {
      process.destroy();
      endsWithin(process, END_LIMIT);
    }
  }

  /** Whether the process ended within that time. */
  static boolean endsWithin(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the server", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the application server noted; it removes an old note at its start. */
  private String marker() {
    Path file = data.startupMarker();
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FailedException failed(String what) {
    return new FailedException(
        ExitCode.REFUSED,
        what + "\n" + new PostMortem(data).words() + "\nAll of it: " + data.serverLog());
  }
}
