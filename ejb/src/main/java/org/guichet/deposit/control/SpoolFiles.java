package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Stored;

/** The bytes of uploads, and of trials until their verdict, in the incoming folder. */
@Dependent
public class SpoolFiles {
  @Inject FileStore store;

  public Path of(DepositId id) {
    return store.incoming().resolve(id + ".part");
  }

  /** In bytes; 0 when nothing came yet. */
  public long size(DepositId id) {
    try {
      Path file = of(id);
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the whole file is; read once through.
   *
   * @throws NoSuchFileException when its bytes aren't here any more
   */
  public Stored whole(DepositId id) throws IOException {
    Path part = of(id);
    if (Files.notExists(part)) {
      throw new NoSuchFileException(part.toString()); // opening it would make an empty one
    }
    try (HashingFile file = HashingFile.open(part, Long.MAX_VALUE)) {
      return new Stored(file.digest(), file.size());
    }
  }

  /** Makes bytes and name survive a loss of power. */
  public void force(Path file) throws IOException {
    for (Path path : new Path[] {file, store.incoming()}) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  public void delete(DepositId id) {
    try {
      Files.deleteIfExists(of(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
