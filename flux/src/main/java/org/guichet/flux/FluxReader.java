package org.guichet.flux;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file once, as a stream: checks it against the schema and tells a {@link FluxSink} what it
 * holds. Memory doesn't grow with the file. One instance serves all threads.
 */
public final class FluxReader {
  public FluxReader() {}

  /**
   * Reads to the end, to the first place that can't be read, or until the sink has enough.
   *
   * @param file not closed
   * @throws IOException when the bytes can't be got; never for what they are
   */
  public FluxEnd read(InputStream file, FluxSink sink) throws IOException {
    throw new UnsupportedOperationException("being written");
  }
}
