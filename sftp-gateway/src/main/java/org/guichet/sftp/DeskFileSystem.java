package org.guichet.sftp;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.file.util.BaseFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's view, in the shape that the protocol's library wants. Holds nothing to be freed.
 */
final class DeskFileSystem extends BaseFileSystem<DeskPath> {
  private static final int LONGEST_NAME = 255;
  private static final int DEEPEST = 64;

  private final Tree tree;
  private final Dropping dropping;
  private final Desk desk;
  private final Visit visit;
  private volatile boolean open = true;

  DeskFileSystem(Desk desk, Visit visit) {
    super(DeskProvider.INSTANCE);
    this.desk = desk;
    this.visit = visit;
    this.tree = new Tree(desk, visit);
    this.dropping = new Dropping(desk, visit, tree);
  }

  Tree tree() {
    return tree;
  }

  Dropping dropping() {
    return dropping;
  }

  Desk desk() {
    return desk;
  }

  Visit visit() {
    return visit;
  }

  /** Every path comes through here, so that no name that isn't one goes any further. */
  @Override
  protected DeskPath create(@Nullable String root, List<String> names) {
    if (names.size() > DEEPEST) {
      throw new InvalidPathException("…", "too deep");
    }
    for (String name : names) {
      if (name.chars().anyMatch(Character::isISOControl)
          || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        throw new InvalidPathException("…", "not a name");
      }
    }
    return new DeskPath(this, root, names);
  }

  @Override
  protected boolean hostFsHasWindowsSeparator() {
    return false; // a backslash is a letter like others, wherever the server runs
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("posix");
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("nobody owns files here");
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }
}
