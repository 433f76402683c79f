package org.guichet.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guichet.platform.boundary.FileInventory;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.KeptFile;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;

/**
 * Keeps files under {@code DATA/files/ab/cd/<sha256>}. A file gets its name by an atomic rename,
 * after its bytes are on disk; file and folder are forced, so that a name stands for whole bytes
 * even after a loss of power.
 */
@ApplicationScoped
public class LocalFileStore implements FileStore, FileInventory {
  private static final int BUFFER_SIZE = 1 << 16;
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private Path files = Path.of("");
  private Path incoming = Path.of("");
  private Path quarantine = Path.of("");

  /** For the container's proxies. */
  protected LocalFileStore() {}

  @Inject
  LocalFileStore(Settings settings) throws IOException {
    this(settings.data());
  }

  /** A store under {@code data}, whose folders are made. */
  public LocalFileStore(Path data) throws IOException {
    files = Files.createDirectories(data.resolve("files"));
    incoming = Files.createDirectories(data.resolve("incoming"));
    quarantine = data.resolve("quarantine");
  }

  @Override
  public void adopt(Path file, Sha256 digest) throws IOException {
    force(file);
    Path folder = makeFolder(makeFolder(files, digest.hex().substring(0, 2)), fan(digest));
    name(file, place(digest));
    force(folder);
  }

  /** Not at once with an erasure, which looks at the time of the last coming. */
  private synchronized void name(Path file, Path target) throws IOException {
    if (Files.exists(target)) {
      Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
      Files.delete(file);
    } else {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public Stored write(Content content) throws IOException {
    Path file = Files.createTempFile(incoming, "", ".tmp");
    try {
      MessageDigest digest = Sha256.newDigest();
      try (OutputStream out =
          new DigestOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), BUFFER_SIZE), digest)) {
        content.writeTo(out);
      }
      Sha256 sha256 = Sha256.endOf(digest);
      long size = Files.size(file);
      adopt(file, sha256);
      return new Stored(sha256, size);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public InputStream open(Sha256 digest) throws IOException {
    return Channels.newInputStream(openChannel(digest));
  }

  @Override
  public SeekableByteChannel openChannel(Sha256 digest) throws IOException {
    return FileChannel.open(place(digest), StandardOpenOption.READ);
  }

  @Override
  public boolean holds(Sha256 digest) {
    return Files.exists(place(digest));
  }

  @Override
  public synchronized boolean erase(Sha256 digest, Instant unlessCameSince) throws IOException {
    Path file = place(digest);
    if (Files.exists(file)
        && !Files.getLastModifiedTime(file).toInstant().isBefore(unlessCameSince)) {
      return false;
    }
    Files.deleteIfExists(file);
    return true;
  }

  @Override
  public Path incoming() {
    return incoming;
  }

  @Override
  public boolean writable() {
    return Files.isWritable(files) && Files.isWritable(incoming);
  }

  @Override
  public List<KeptFile> share(int share) throws IOException {
    Path folder = files.resolve(HexFormat.of().toHexDigits((byte) share));
    List<KeptFile> kept = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> fans = Files.list(folder)) {
        for (Path fan : fans.filter(Files::isDirectory).toList()) {
          collect(fan, kept);
        }
      }
    }
    return kept;
  }

  private static void collect(Path fan, List<KeptFile> kept) throws IOException {
    try (DirectoryStream<Path> names = Files.newDirectoryStream(fan)) {
      for (Path file : names) {
        String name = file.getFileName().toString();
        try {
          if (DIGEST.matcher(name).matches()) {
            kept.add(new KeptFile(new Sha256(name), Files.size(file), cameAt(file)));
          }
        } catch (NoSuchFileException e) {
          // Erased meanwhile: it isn't kept.
        }
      }
    }
  }

  /** The change of its inode tells of a rename too, whose bytes may be older. */
  private static Instant cameAt(Path file) throws IOException {
    FileTime time =
        file.getFileSystem().supportedFileAttributeViews().contains("unix")
            ? (FileTime) Files.getAttribute(file, "unix:ctime")
            : Files.getLastModifiedTime(file);
    return time.toInstant();
  }

  @Override
  public Sha256 read(Sha256 name) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    try (InputStream in = open(name);
        OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(sink);
    }
    return Sha256.endOf(digest);
  }

  @Override
  public synchronized boolean setAside(Sha256 digest, Instant unlessCameSince) throws IOException {
    Path file = place(digest);
    if (Files.notExists(file) || !cameAt(file).isBefore(unlessCameSince)) {
      return false;
    }
    setAside(file);
    return true;
  }

  @Override
  public void setAside(Path file) throws IOException {
    Files.createDirectories(quarantine);
    Files.move(file, quarantine.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path place(Sha256 digest) {
    return files.resolve(digest.hex().substring(0, 2)).resolve(fan(digest)).resolve(digest.hex());
  }

  private static String fan(Sha256 digest) {
    return digest.hex().substring(2, 4);
  }

  private static Path makeFolder(Path parent, String name) throws IOException {
    Path folder = parent.resolve(name);
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        return folder; // another thread was quicker
      }
      force(parent);
    }
    return folder;
  }

  private static void force(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
