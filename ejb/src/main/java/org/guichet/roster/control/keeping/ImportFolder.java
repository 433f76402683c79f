package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;

/** The files of imports, under the folder of data. They go with the import's end. */
@Dependent
public class ImportFolder {
  private final Path folder;

  @Inject
  public ImportFolder(Settings settings) {
    folder = settings.data().resolve("imports");
  }

  /** A file that is larger than any import may be. */
  public static final class TooLargeException extends IOException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("larger than files of imports may be");
    }
  }

  /**
   * Keeps a file durably.
   *
   * @param most in bytes
   * @throws TooLargeException when it has more; nothing of it is kept
   */
  public Stored keep(UUID owner, UUID file, InputStream content, long most) throws IOException {
    Path home = Files.createDirectories(folder.resolve(owner.toString()));
    Path coming = home.resolve(file + ".tmp");
    try {
      MessageDigest digest = Sha256.newDigest();
      long size = 0;
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(coming), digest)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          size += read;
          if (size > most) {
            throw new TooLargeException();
          }
          out.write(buffer, 0, read);
        }
      }
      try (FileChannel channel = FileChannel.open(coming, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(coming, path(owner, file), StandardCopyOption.ATOMIC_MOVE);
      return new Stored(Sha256.endOf(digest), size);
    } finally {
      Files.deleteIfExists(coming);
    }
  }

  /**
   * Takes a file that lies on the same disk; durable when this returns.
   *
   * @param bytes where it lies; it may lie in the folder of another import
   * @return where it lies from now on
   */
  public Path adopt(UUID owner, UUID file, Path bytes) throws IOException {
    Path home = Files.createDirectories(folder.resolve(owner.toString()));
    Path there = path(owner, file);
    try (FileChannel channel = FileChannel.open(bytes, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(bytes, there, StandardCopyOption.ATOMIC_MOVE);
    for (Path made : new Path[] {home, folder}) {
      force(made);
    }
    return there;
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Where a report lies. */
  public Path report(UUID report) {
    return folder.resolve("reports").resolve(report.toString());
  }

  /** Something that writes bytes. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Keeps a report durably.
   *
   * @return its size in bytes
   */
  public long keepReport(UUID report, Content content) throws IOException {
    Path home = Files.createDirectories(folder.resolve("reports"));
    Path coming = home.resolve(report + ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(coming))) {
        content.write(out);
      }
      try (FileChannel channel = FileChannel.open(coming, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(coming, report(report), StandardCopyOption.ATOMIC_MOVE);
      force(home);
      return Files.size(report(report));
    } finally {
      Files.deleteIfExists(coming);
    }
  }

  /** Reports whose bytes were written before; what was begun and never ended goes. */
  public List<UUID> reportsBefore(Instant time) throws IOException {
    Path home = folder.resolve("reports");
    List<UUID> found = new ArrayList<>();
    if (Files.isDirectory(home)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(home)) {
        for (Path file : files) {
          boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(time);
          String name = file.getFileName().toString();
          if (old && name.endsWith(".tmp")) {
            Files.deleteIfExists(file);
          } else if (old) {
            found.add(UUID.fromString(name));
          }
        }
      }
    }
    return found;
  }

  public void eraseReport(UUID report) throws IOException {
    Files.deleteIfExists(report(report));
  }

  public Path path(UUID owner, UUID file) {
    return folder.resolve(owner.toString()).resolve(file.toString());
  }

  public void erase(UUID owner, UUID file) throws IOException {
    Files.deleteIfExists(path(owner, file));
  }

  /** Erases all files of an import. */
  public void erase(UUID owner) throws IOException {
    Path home = folder.resolve(owner.toString());
    if (Files.isDirectory(home)) {
      Files.walkFileTree(
          home,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, java.io.IOException failure)
                throws IOException {
              Files.delete(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
