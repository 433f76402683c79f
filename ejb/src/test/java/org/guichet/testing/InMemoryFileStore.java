package org.guichet.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;

/** Keeps small documents for a test. Files that are still coming lie in a folder of the test's. */
public final class InMemoryFileStore implements FileStore {
  private final Map<Sha256, byte[]> kept = new ConcurrentHashMap<>();
  private final Path incoming;

  public InMemoryFileStore(Path incoming) {
    this.incoming = incoming;
  }

  /** Keeps {@code bytes} and returns their digest. */
  public Sha256 keep(byte[] bytes) {
    Sha256 digest = Sha256.of(bytes);
    kept.put(digest, bytes.clone());
    return digest;
  }

  @Override
  public void adopt(Path file, Sha256 digest) throws IOException {
    kept.put(digest, Files.readAllBytes(file));
    Files.delete(file);
  }

  @Override
  public Stored write(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    return new Stored(keep(bytes.toByteArray()), bytes.size());
  }

  @Override
  public InputStream open(Sha256 digest) throws IOException {
    return new ByteArrayInputStream(bytes(digest));
  }

  @Override
  public SeekableByteChannel openChannel(Sha256 digest) throws IOException {
    return Files.newByteChannel(Files.write(incoming.resolve(digest + ".kept"), bytes(digest)));
  }

  private byte[] bytes(Sha256 digest) throws IOException {
    byte[] bytes = kept.get(digest);
    if (bytes == null) {
      throw new NoSuchFileException(digest.hex());
    }
    return bytes;
  }

  @Override
  public boolean holds(Sha256 digest) {
    return kept.containsKey(digest);
  }

  @Override
  public boolean erase(Sha256 digest, Instant unlessCameSince) {
    kept.remove(digest);
    return true;
  }

  @Override
  public Path incoming() {
    return incoming;
  }

  @Override
  public boolean writable() {
    return true;
  }
}
