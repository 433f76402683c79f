package org.guichet.sftp;

import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Set;

/** How a node looks in a listing. */
record NodeAttributes(Node node) implements PosixFileAttributes {
  private static final Nobody NOBODY = new Nobody("guichet");

  private record Nobody(String name) implements GroupPrincipal {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** By their names of the {@code posix} view. */
  Map<String, Object> all() {
    return Map.ofEntries(
        Map.entry("isRegularFile", isRegularFile()),
        Map.entry("isDirectory", isDirectory()),
        Map.entry("isSymbolicLink", isSymbolicLink()),
        Map.entry("isOther", isOther()),
        Map.entry("size", size()),
        Map.entry("lastModifiedTime", lastModifiedTime()),
        Map.entry("lastAccessTime", lastAccessTime()),
        Map.entry("creationTime", creationTime()),
        Map.entry("permissions", permissions()),
        Map.entry("owner", owner()),
        Map.entry("group", group()));
  }

  @Override
  public boolean isRegularFile() {
    return node instanceof Node.Leaf;
  }

  @Override
  public boolean isDirectory() {
    return node instanceof Node.Folder;
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public long size() {
    return node.size();
  }

  @Override
  public FileTime lastModifiedTime() {
    return FileTime.from(node.at());
  }

  @Override
  public FileTime lastAccessTime() {
    return lastModifiedTime();
  }

  @Override
  public FileTime creationTime() {
    return lastModifiedTime();
  }

  @Override
  public Object fileKey() {
    return node;
  }

  @Override
  public UserPrincipal owner() {
    return NOBODY;
  }

  @Override
  public GroupPrincipal group() {
    return NOBODY;
  }

  @Override
  public Set<PosixFilePermission> permissions() {
    return node.permissions();
  }
}
