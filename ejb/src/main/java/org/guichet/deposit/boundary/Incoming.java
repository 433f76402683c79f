package org.guichet.deposit.boundary;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;

/**
 * A file while it comes. Bytes written in order are hashed as they come; anything else (a gap, an
 * overlap, a truncation, a resumed upload) is hashed in one reading at the end. Not safe for use by
 * several threads at once, except that every method may be called from any thread.
 */
public interface Incoming extends SeekableByteChannel {
  UUID id();

  /** The name under which the client knows it. */
  String name();

  /** Makes what was written so far survive a loss of power. */
  void force() throws IOException;
}
