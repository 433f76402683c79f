package org.guichet.sftp;

import java.io.IOException;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client's CLOSE from a session's end. The library closes the file's channel after both;
 * the channel does what was decided here.
 */
final class UploadEvents implements SftpEventListener {
  private final Visit visit;

  UploadEvents(Visit visit) {
    this.visit = visit;
  }

  @Override
  public void open(ServerSession session, String remoteHandle, Handle handle) {
    if (handle instanceof FileHandle) {
      visit.begins(handle);
    }
  }

  @Override
  public void closed(
      ServerSession session, String remoteHandle, Handle handle, @Nullable Throwable thrown) {
    visit.ended(handle);
  }

  @Override
  public void closing(ServerSession session, String remoteHandle, Handle handle)
      throws IOException {
    Upload upload = upload(handle);
    if (upload != null) {
      upload.clientCloses();
    }
  }

  @Override
  public void exiting(ServerSession session, Handle handle) {
    visit.ended(handle);
    Upload upload = upload(handle);
    if (upload != null) {
      upload.sessionEnds();
    }
  }

  private static @Nullable Upload upload(Handle handle) {
    return handle instanceof FileHandle file && file.getFileChannel() instanceof Upload upload
        ? upload
        : null;
  }
}
