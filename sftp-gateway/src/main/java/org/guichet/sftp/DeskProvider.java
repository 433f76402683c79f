package org.guichet.sftp;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.entity.DropFolder;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to paths of the virtual tree. Whatever isn't written here is refused; whatever
 * isn't in the tree isn't there.
 */
final class DeskProvider extends FileSystemProvider {
  static final DeskProvider INSTANCE = new DeskProvider();

  private DeskProvider() {}

  /** The node that {@code path} names. */
  static Node node(Path path) throws NoSuchFileException {
    return lookUp(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
  }

  private static Optional<Node> lookUp(Path path) {
    DeskPath ours = (DeskPath) path;
    Node known = ours.known();
    return known != null ? Optional.of(known) : ours.getFileSystem().tree().find(ours.fromRoot());
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    boolean writes =
        options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    return writes ? openForWriting((DeskPath) path, options) : openForReading((DeskPath) path);
  }

  private static SeekableByteChannel openForReading(DeskPath path) throws IOException {
    Node node = node(path);
    if (node instanceof Node.Receipt receipt) {
      DeskFileSystem fileSystem = path.getFileSystem();
      return fileSystem.desk().outbox().open(fileSystem.visit().caller(), receipt.entry().id());
    }
    if (node instanceof Node.Report report) {
      DeskFileSystem fileSystem = path.getFileSystem();
      return fileSystem.desk().reports().open(fileSystem.visit().caller(), report.view().id());
    }
    throw new Refusal(
        node instanceof Node.Folder ? Refusal.Code.IS_A_FOLDER : Refusal.Code.NOT_READ_BACK,
        path.toString());
  }

  private static SeekableByteChannel openForWriting(
      DeskPath path, Set<? extends OpenOption> options) throws IOException {
    List<String> names = path.fromRoot();
    return path.getFileSystem().dropping().open(dropFolder(path, names), last(names), options);
  }

  /** The drop folder of a file that is to change; refuses elsewhere. */
  private static DropFolder dropFolder(DeskPath path, List<String> names) throws IOException {
    Tree tree = path.getFileSystem().tree();
    Optional<DropFolder> folder = tree.dropFolder(names);
    if (folder.isPresent()) {
      return folder.get();
    }
    boolean inSight =
        names.isEmpty()
            || tree.find(names.subList(0, names.size() - 1))
                .filter(Node.Folder.class::isInstance)
                .isPresent();
    if (!inSight) {
      throw new NoSuchFileException(path.toString());
    }
    throw new Refusal(Refusal.Code.READ_ONLY, path.toString());
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DeskPath folder = (DeskPath) dir;
    if (!(node(dir) instanceof Node.Folder node)) {
      throw new NotDirectoryException(dir.toString());
    }
    folder.remember(node); // the library asks again for every packet of the listing
    Iterator<Tree.Entry> entries = folder.getFileSystem().tree().list(node).iterator();
    return new Listing(folder, entries);
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
    if (lookUp(dir).isPresent()) {
      throw new FileAlreadyExistsException(dir.toString());
    }
    throw new Refusal(Refusal.Code.READ_ONLY, dir.toString());
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, link.toString());
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, link.toString());
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, link.toString());
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, source.toString());
  }

  @Override
  public void delete(Path path) throws IOException {
    DeskFileSystem fileSystem = ((DeskPath) path).getFileSystem();
    Node node = node(path);
    if (node instanceof Node.Dropped dropped) {
      fileSystem.dropping().remove(dropped.folder(), dropped.name());
    } else if (node instanceof Node.Remnant remnant) {
      fileSystem.dropping().discard(remnant.part().folder(), remnant.part().name());
    } else if (node instanceof Node.Receipt receipt) {
      fileSystem.desk().outbox().acknowledge(fileSystem.visit().caller(), receipt.entry().id());
    } else if (node instanceof Node.Report report) {
      fileSystem.desk().reports().acknowledge(fileSystem.visit().caller(), report.view().id());
    } else {
      throw new Refusal(Refusal.Code.READ_ONLY, path.toString());
    }
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    DeskPath from = (DeskPath) source;
    DeskPath to = (DeskPath) target;
    node(from);
    List<String> fromNames = from.fromRoot();
    List<String> toNames = to.fromRoot();
    DropFolder folder = dropFolder(from, fromNames);
    if (dropFolder(to, toNames) != folder) {
      throw new Refusal(Refusal.Code.OTHER_FOLDER, to.toString());
    }
    from.getFileSystem()
        .dropping()
        .rename(
            folder,
            last(fromNames),
            last(toNames),
            List.of(options).contains(StandardCopyOption.REPLACE_EXISTING));
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return ((DeskPath) one).fromRoot().equals(((DeskPath) other).fromRoot());
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, path.toString());
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    Node node = node(path);
    if (List.of(modes).contains(AccessMode.WRITE) && !(node instanceof Node.Dropped)) {
      throw new Refusal(Refusal.Code.READ_ONLY, path.toString());
    }
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    NodeView view = new NodeView((DeskPath) path);
    return type.isInstance(view) ? type.cast(view) : null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    NodeAttributes attributes = new NodeAttributes(node(path));
    if (!type.isInstance(attributes)) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(attributes);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return new NodeAttributes(node(path)).all();
  }

  /** Clients set times and modes after a put; times are shown, and nothing hangs on any of them. */
  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    checkAccess(path, AccessMode.WRITE);
    if (attribute.endsWith("lastModifiedTime") && value instanceof FileTime time) {
      stamp(path, time);
    }
  }

  static void stamp(Path path, FileTime time) throws IOException {
    if (node(path) instanceof Node.Dropped file) {
      ((DeskPath) path).getFileSystem().dropping().stamp(file, time.toInstant());
    }
  }

  @Override
  public String getScheme() {
    return "guichet";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException("made for a visitor, not by address");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("made for a visitor, not by address");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("made for a visitor, not by address");
  }

  /** Entries one by one, each path knowing its node. */
  private record Listing(DeskPath folder, Iterator<Tree.Entry> entries)
      implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return entries.hasNext();
        }

        @Override
        public Path next() {
          Tree.Entry entry = entries.next();
          return folder.child(entry.name(), entry.node());
        }
      };
    }

    @Override
    public void close() {}
  }
}
