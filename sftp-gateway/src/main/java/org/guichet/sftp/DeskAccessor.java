package org.guichet.sftp;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/** Where the library's idea of files and ours differ. All else goes to {@link DeskProvider}. */
final class DeskAccessor implements SftpFileSystemAccessor {
  private static final int LONGEST_PATH = 4096;

  @Override
  public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remotePath)
      throws IOException {
    if (remotePath.length() > LONGEST_PATH) {
      throw new Refusal(Refusal.Code.BAD_NAME, "…");
    }
    return root.resolve(remotePath).normalize();
  }

  /** A handle is missing when a client changes a file's size; then the open upload is meant. */
  @Override
  public SeekableByteChannel openFile(
      SftpSubsystemProxy subsystem,
      @Nullable FileHandle fileHandle,
      Path file,
      @Nullable String handle,
      Set<? extends OpenOption> options,
      FileAttribute<?>... attributes)
      throws IOException {
    if (fileHandle == null) {
      return new Resizing(coming((DeskPath) file));
    }
    Set<OpenOption> asked = new HashSet<>(options);
    if (fileHandle.isOpenAppend()) {
      asked.add(StandardOpenOption.APPEND);
    }
    return Files.newByteChannel(file, asked);
  }

  private static Upload coming(DeskPath path) throws IOException {
    Tree tree = path.getFileSystem().tree();
    if (DeskProvider.node(path) instanceof Node.Dropped dropped) {
      Optional<Upload> upload =
          path.getFileSystem()
              .desk()
              .arrivals()
              .coming(tree.place(dropped.folder(), dropped.name()));
      if (upload.isPresent()) {
        return upload.get();
      }
    }
    throw new Refusal(Refusal.Code.READ_ONLY, path.toString());
  }

  @Override
  public void closeFile(
      SftpSubsystemProxy subsystem,
      @Nullable FileHandle fileHandle,
      Path file,
      @Nullable String handle,
      @Nullable Channel channel,
      Set<? extends OpenOption> options)
      throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  public DirectoryStream<Path> openDirectory(
      SftpSubsystemProxy subsystem,
      DirectoryHandle directory,
      Path path,
      String handle,
      LinkOption... options)
      throws IOException {
    return DeskProvider.INSTANCE.newDirectoryStream(path, entry -> true);
  }

  @Override
  public void syncFileData(
      SftpSubsystemProxy subsystem,
      FileHandle fileHandle,
      Path file,
      String handle,
      Channel channel)
      throws IOException {
    if (channel instanceof Upload upload) {
      upload.force();
    }
  }

  @Override
  public FileLock tryLock(
      SftpSubsystemProxy subsystem,
      FileHandle fileHandle,
      Path file,
      String handle,
      Channel channel,
      long position,
      long size,
      boolean shared)
      throws IOException {
    throw new Refusal(Refusal.Code.NOT_OFFERED, file.toString());
  }

  @Override
  public UserPrincipal resolveFileOwner(
      SftpSubsystemProxy subsystem, Path file, UserPrincipal owner) {
    return owner;
  }

  @Override
  public GroupPrincipal resolveGroupOwner(
      SftpSubsystemProxy subsystem, Path file, GroupPrincipal group) {
    return group;
  }
}
