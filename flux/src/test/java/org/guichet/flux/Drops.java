package org.guichet.flux;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that gives no more than so many bytes at once. */
final class Drops extends FilterInputStream {
  private final int size;

  Drops(InputStream in, int size) {
    super(in);
    this.size = size;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return super.read(bytes, offset, Math.min(size, length));
  }
}
