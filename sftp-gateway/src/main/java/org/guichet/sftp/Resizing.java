package org.guichet.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Lets the library set an open upload's size without ending it. */
record Resizing(Upload upload) implements SeekableByteChannel {
  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    return upload.truncate(size);
  }

  @Override
  public long size() throws IOException {
    return upload.size();
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, upload.place().name());
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, upload.place().name());
  }

  @Override
  public long position() {
    return 0;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    return this;
  }

  @Override
  public boolean isOpen() {
    return upload.isOpen();
  }

  @Override
  public void close() {}
}
