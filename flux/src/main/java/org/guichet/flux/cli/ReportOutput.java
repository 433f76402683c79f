package org.guichet.flux.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells apart a report that nobody reads on from a file that can't be read. Stays open. */
final class ReportOutput extends FilterOutputStream {
  ReportOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new NobodyReads(e);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
