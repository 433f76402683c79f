package org.guichet.deposit.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written, with the digest of what was written. Bytes at the frontier are hashed as
 * they come. Anything else (a gap, an overlap, a truncation, a file that had bytes already) makes
 * the digest be worked out anew, in one reading at the end.
 */
public final class HashingFile implements SeekableByteChannel {
  private static final int BUFFER_SIZE = 1 << 18;

  private final FileChannel channel;
  private final long maxSize;
  private @Nullable MessageDigest digest;
  private long frontier;
  private long position;
  private boolean tooLarge;

  private HashingFile(FileChannel channel, long maxSize) throws IOException {
    this.channel = channel;
    this.maxSize = maxSize;
    this.digest = channel.size() == 0 ? Sha256.newDigest() : null;
  }

  /**
   * Opens {@code file}, which is made when it isn't there; no byte beyond {@code maxSize} comes in.
   */
  public static HashingFile open(Path file, long maxSize) throws IOException {
    return new HashingFile(
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        maxSize);
  }

  @Override
  public synchronized int write(ByteBuffer source) throws IOException {
    if (tooLarge || source.remaining() > maxSize - position) { // in this order nothing overflows
      tooLarge = true;
      throw new FileTooLargeException(maxSize);
    }
    ByteBuffer toHash = source.duplicate();
    int written = 0;
    while (source.hasRemaining()) {
      written += channel.write(source, position + written);
    }
    if (digest != null && position == frontier) {
      toHash.limit(toHash.position() + written);
      digest.update(toHash);
      frontier += written;
    } else {
      digest = null;
    }
    position += written;
    return written;
  }

  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    int read = channel.read(target, position);
    if (read > 0) {
      position += read;
    }
    return read;
  }

  @Override
  public synchronized long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public synchronized SeekableByteChannel position(long newPosition) throws IOException {
    requireOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("No file has a place " + newPosition);
    }
    position = newPosition;
    return this;
  }

  @Override
  public synchronized long size() throws IOException {
    return channel.size();
  }

  @Override
  public synchronized SeekableByteChannel truncate(long size) throws IOException {
    if (size < channel.size()) {
      channel.truncate(size);
      if (size == 0) {
        digest = Sha256.newDigest();
        frontier = 0;
      } else {
        digest = null;
      }
    }
    position = Math.min(position, size);
    return this;
  }

  /** Makes what was written survive a loss of power. */
  public synchronized void force() throws IOException {
    channel.force(true);
  }

  /** Whether somebody tried to write more than may come in. */
  public synchronized boolean tooLarge() {
    return tooLarge;
  }

  /** The digest of the whole file as it is now; nothing may be written afterwards. */
  public synchronized Sha256 digest() throws IOException {
    MessageDigest known = digest;
    if (known != null && frontier == channel.size()) {
      digest = null; // it ends here: asked once more, the file is read
      return Sha256.endOf(known);
    }
    MessageDigest whole = Sha256.newDigest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
    long at = 0;
    while (channel.read(buffer, at) >= 0) {
      buffer.flip();
      at += buffer.remaining();
      whole.update(buffer);
      buffer.clear();
    }
    return Sha256.endOf(whole);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void requireOpen() throws ClosedChannelException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
  }
}
