package org.guichet.sftp;

import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.file.util.BasePath;
import org.jspecify.annotations.Nullable;

/**
 * A path of the virtual tree. One from a listing knows what it names, so that nobody asks again.
 */
final class DeskPath extends BasePath<DeskPath, DeskFileSystem> {
  private volatile @Nullable Node known;

  DeskPath(DeskFileSystem fileSystem, @Nullable String root, List<String> names) {
    super(fileSystem, root, names);
  }

  /** Its names from the root, without dots. */
  List<String> fromRoot() {
    return toAbsolutePath().normalize().names;
  }

  @Override
  public Path toRealPath(LinkOption... options) throws NoSuchFileException {
    DeskProvider.node(this);
    return toAbsolutePath().normalize();
  }

  /** An entry of this folder. */
  DeskPath child(String name, Node node) {
    List<String> below = new ArrayList<>(names);
    below.add(name);
    DeskPath child = new DeskPath(getFileSystem(), root, below);
    child.known = node;
    return child;
  }

  @Nullable Node known() {
    return known;
  }

  void remember(Node node) {
    known = node;
  }
}
