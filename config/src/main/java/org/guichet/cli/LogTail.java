package org.guichet.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads a log from near its end on, also when it is put aside and begun anew meanwhile. */
final class LogTail implements Closeable {
  private static final int MOST_WAIT_SECONDS = 2;

  private final Path file;
  private final WatchService changes;
  private final StringBuilder unfinished = new StringBuilder();
  private Reader reader;
  private Object identity;
  private int backlog;

  LogTail(Path file, int backlog) throws IOException {
    this.file = file;
    this.backlog = backlog;
    changes = file.getFileSystem().newWatchService();
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      folder.register(
          changes, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_CREATE);
    }
    reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    identity = identityOf(file);
  }

  /** Hands on the complete lines that were not read yet; the first time, the last few only. */
  void readNew(Consumer<String> sink) throws IOException {
    Deque<String> last = new ArrayDeque<>();
    int most = backlog;
    Consumer<String> first =
        line -> {
          last.add(line);
          if (last.size() > most) {
            last.remove();
          }
        };
    readLines(most > 0 ? first : sink);
    last.forEach(sink);
    backlog = 0;
    Object now = Files.exists(file) ? identityOf(file) : identity;
    if (!now.equals(identity)) {
      reader.close();
      reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
      identity = now;
      readLines(sink);
    }
  }

  /** Returns when something may have changed. */
  void await() {
    try {
      WatchKey key = changes.poll(MOST_WAIT_SECONDS, TimeUnit.SECONDS);
      if (key != null) {
        key.pollEvents();
        key.reset();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while following a log", e);
    }
  }

  private void readLines(Consumer<String> sink) throws IOException {
    int character = reader.read();
    while (character >= 0) {
      if (character == '\n') {
        sink.accept(unfinished.toString());
        unfinished.setLength(0);
      } else {
        unfinished.append((char) character);
      }
      character = reader.read();
    }
  }

  private static Object identityOf(Path file) throws IOException {
    Object key = Files.getAttribute(file, "fileKey");
    return key == null ? file : key;
  }

  @Override
  public void close() {
    try {
      reader.close();
      changes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
