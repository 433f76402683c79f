package org.guichet.flux.analysis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file that only this user may read: written once, read often, then deleted. */
final class SpoolFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;

  SpoolFile(Path folder) throws IOException {
    path = Files.createTempFile(folder, "guichet-analysis-", ".spool");
  }

  /** Starts anew; its owner closes it before anything is read. */
  DataOutputStream write() throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
  }

  /** From the start. */
  DataInputStream read() throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
  }

  /** For reading anywhere. */
  RandomAccessFile seek() throws IOException {
    return new RandomAccessFile(path.toFile(), "r");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
