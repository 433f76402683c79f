package org.guichet.flux.report;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a reading before one text gets so long that a parser which gathers it eats the memory. */
final class PieceLimit extends FilterInputStream {
  private static final int MAX_PIECE = 1 << 20;

  private final int end;
  private int length;

  /**
   * @param end the byte that ends a piece, at the latest
   */
  PieceLimit(InputStream in, char end) {
    super(in);
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int read = in.read(bytes, offset, count);
    for (int i = offset; i < offset + read; i++) {
      length = bytes[i] == end ? 0 : length + 1;
    }
    if (length > MAX_PIECE) {
      throw new UnreadableReportException("This isn't a report: a text is too long");
    }
    return read;
  }

  @Override
  public long skip(long count) {
    return 0; // every byte counts
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // The report belongs to the caller.
  }
}
