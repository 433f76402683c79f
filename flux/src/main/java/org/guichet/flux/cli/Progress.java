package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Shows how much of a file is read, when that takes long enough for somebody to wonder. */
final class Progress extends FilterInputStream {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final Duration PACE = Duration.ofMillis(100);
  private static final int WIDTH = 30;
  private static final String WIPE = "\r\u001B[K";

  private final long size;
  private final String name;
  private final OutputStream terminal;
  private final long started = System.nanoTime();
  private long shownAt = started + PATIENCE.minus(PACE).toNanos();
  private long read;
  private boolean shown;

  Progress(InputStream in, long size, String name, OutputStream terminal) {
    super(in);
    this.size = size;
    this.name = name;
    this.terminal = terminal;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    read += Math.max(0, count);
    long now = System.nanoTime();
    if (now - shownAt > PACE.toNanos()) {
      shownAt = now;
      show();
    }
    return count;
  }

  private void show() throws IOException {
    shown = true;
    terminal.write((WIPE + bar(read, size) + "  " + name).getBytes(UTF_8));
    terminal.flush();
  }

  /** For example {@code [=======> ] 54 %}. */
  static String bar(long read, long size) {
    int percent = size <= 0 ? 100 : (int) Math.min(100, read * 100 / size);
    int full = percent * WIDTH / 100;
    String head = full < WIDTH ? ">" : "";
    return String.format(
        "[%s%s%s] %3d %%",
        "=".repeat(full), head, " ".repeat(WIDTH - full - head.length()), percent);
  }

  @Override
  public void close() throws IOException {
    if (shown) {
      shown = false;
      terminal.write(WIPE.getBytes(UTF_8));
      terminal.flush();
    }
    super.close();
  }
}
