package org.guichet.flux;

import java.io.InputStream;
import java.util.Iterator;

/** A stream of pieces that are made one after the other while it is read, so it may be endless. */
public final class GeneratedStream extends InputStream {
  private final Iterator<byte[]> pieces;
  private byte[] piece = {};
  private int next;

  public GeneratedStream(Iterator<byte[]> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    while (next == piece.length) {
      if (!pieces.hasNext()) {
        return -1;
      }
      piece = pieces.next();
      next = 0;
    }
    int count = Math.min(length, piece.length - next);
    System.arraycopy(piece, next, bytes, offset, count);
    next += count;
    return count;
  }
}
