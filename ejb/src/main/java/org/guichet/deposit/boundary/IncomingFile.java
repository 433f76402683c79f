package org.guichet.deposit.boundary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;
import org.guichet.deposit.control.HashingFile;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Stored;
import org.jspecify.annotations.Nullable;

/** A file of the spool while a session holds it. */
final class IncomingFile implements Incoming {
  private final DepositId id;
  private final DropFolder folder;
  private final String name;
  private final HashingFile file;
  private @Nullable Stored whole;
  private volatile boolean bytesLost;

  IncomingFile(DepositId id, DropFolder folder, String name, HashingFile file) {
    this.id = id;
    this.folder = folder;
    this.name = name;
    this.file = file;
  }

  DepositId depositId() {
    return id;
  }

  DropFolder folder() {
    return folder;
  }

  boolean tooLarge() {
    return file.tooLarge();
  }

  /** Whether bytes came that couldn't be written: what is here is not what was sent. */
  boolean bytesLost() {
    return bytesLost;
  }

  /** Ends the writing and tells what the whole file is, as often as it is asked. */
  synchronized Stored finish() throws IOException {
    Stored known = whole;
    if (known == null) {
      known = new Stored(file.digest(), file.size());
      file.close();
      whole = known;
    }
    return known;
  }

  /** Whether {@link #finish} has ended the writing. */
  synchronized boolean finished() {
    return whole != null;
  }

  @Override
  public UUID id() {
    return id.value();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void force() throws IOException {
    file.force();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return file.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    try {
      return file.write(source);
    } catch (IOException | RuntimeException e) {
      bytesLost = true;
      throw e;
    }
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws IOException {
    file.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
