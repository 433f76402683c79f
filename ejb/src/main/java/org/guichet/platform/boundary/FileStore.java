package org.guichet.platform.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;

/**
 * Keeps bytes under their digest, for good. The same bytes are kept once. A port, so that a shared
 * file system or an object store can serve several nodes.
 */
public interface FileStore {
  /**
   * Takes over a complete file of this machine's incoming folder. Durable when it returns: the
   * bytes and their name survive a loss of power.
   *
   * @param file gone afterwards
   */
  void adopt(Path file, Sha256 digest) throws IOException;

  /** Writes what {@code content} writes, durably, and tells its digest and size. */
  Stored write(Content content) throws IOException;

  InputStream open(Sha256 digest) throws IOException;

  /** For reading from any position. */
  SeekableByteChannel openChannel(Sha256 digest) throws IOException;

  boolean holds(Sha256 digest);

  /**
   * Forgets the bytes, unless they came once more since then: whoever brings them is about to rely
   * on them. Nothing happens when they aren't there.
   *
   * @return whether they are gone
   */
  boolean erase(Sha256 digest, Instant unlessCameSince) throws IOException;

  /** A folder of the same file system as the store, for files that are still coming. */
  Path incoming();

  /** Whether a new file could be kept now. */
  boolean writable();

  /** Writes a document to a stream. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
