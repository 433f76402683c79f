package org.guichet.sftp;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a node's attributes, and accepts changes of an own upload's, mostly without effect: clients
 * make them after every put and take an error for a failed transfer.
 */
record NodeView(DeskPath path) implements PosixFileAttributeView {
  @Override
  public String name() {
    return "posix";
  }

  @Override
  public PosixFileAttributes readAttributes() throws IOException {
    return new NodeAttributes(DeskProvider.node(path));
  }

  @Override
  public void setTimes(
      @Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created)
      throws IOException {
    accept();
    if (modified != null) {
      DeskProvider.stamp(path, modified);
    }
  }

  @Override
  public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
    accept();
  }

  @Override
  public void setGroup(GroupPrincipal group) throws IOException {
    accept();
  }

  @Override
  public UserPrincipal getOwner() throws IOException {
    return readAttributes().owner();
  }

  @Override
  public void setOwner(UserPrincipal owner) throws IOException {
    accept();
  }

  private void accept() throws IOException {
    DeskProvider.INSTANCE.checkAccess(path, AccessMode.WRITE);
  }
}
