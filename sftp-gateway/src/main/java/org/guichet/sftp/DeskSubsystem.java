package org.guichet.sftp;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.OptionalFeature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.extensions.openssh.AbstractOpenSSHExtensionParser.OpenSSHExtension;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.jspecify.annotations.Nullable;

/**
 * The SFTP protocol as far as this door speaks it: no extension that copies, hashes or links, no
 * packet larger than any client needs.
 */
final class DeskSubsystem extends SftpSubsystem {
  static final int LARGEST_PACKET = 256 * 1024 + 1024;

  private static final List<OpenSSHExtension> OFFERED =
      List.of(
          new OpenSSHExtension("fsync@openssh.com", "1"),
          new OpenSSHExtension("lsetstat@openssh.com", "1"),
          new OpenSSHExtension("posix-rename@openssh.com", "1"),
          new OpenSSHExtension("limits@openssh.com", "1"));
  private static final Set<String> SPOKEN =
      Set.of(
          SftpConstants.EXT_VERSION_SELECT,
          "fsync@openssh.com",
          "lsetstat@openssh.com",
          "posix-rename@openssh.com",
          "limits@openssh.com");

  private final Visit visit;

  DeskSubsystem(ChannelSession channel, SftpSubsystemConfigurator configurator)
      throws AccessDeniedException {
    super(channel, configurator);
    Visit signedIn = Visit.of(channel.getServerSession());
    if (signedIn == null) {
      throw new AccessDeniedException("sftp");
    }
    this.visit = signedIn;
    addSftpEventListener(new UploadEvents(visit));
  }

  @Override
  public int data(ChannelSession channel, byte[] bytes, int start, int length) throws IOException {
    visit.moved();
    int taken = super.data(channel, bytes, start, length);
    if (buffer.available() >= Integer.BYTES) {
      int position = buffer.rpos();
      int announced = buffer.getInt();
      buffer.rpos(position);
      if (announced < 0 || announced > LARGEST_PACKET) {
        throw new IOException("SFTP packet of " + Integer.toUnsignedString(announced) + " bytes");
      }
    }
    return taken;
  }

  @Override
  protected void process(Buffer request) throws IOException {
    visit.busy();
    try {
      super.process(request);
    } finally {
      visit.done();
    }
  }

  @Override
  protected void send(Buffer reply) throws IOException {
    visit.moved();
    super.send(reply);
  }

  @Override
  protected void executeExtendedCommand(Buffer request, int id, String extension)
      throws IOException {
    if (SPOKEN.contains(extension)) {
      super.executeExtendedCommand(request, id, extension);
    } else {
      doUnsupportedExtension(request, id, extension);
    }
  }

  @Override
  protected List<OpenSSHExtension> resolveOpenSSHExtensions(ServerSession session) {
    return OFFERED;
  }

  @Override
  protected Map<String, OptionalFeature> getSupportedClientExtensions(ServerSession session) {
    return Map.of();
  }

  @Override
  protected Collection<Integer> resolveAclSupportedCapabilities(ServerSession session) {
    return List.of();
  }

  @Override
  protected Map<String, ?> appendVendorIdExtension(
      Buffer reply, Map<String, ?> versions, ServerSession session) {
    return versions; // who we are is nobody's business before a flaw is known
  }

  /** Also with nothing to set, which the library would answer with OK whatever the path. */
  @Override
  protected void setFileAttributes(Path file, Map<String, ?> attributes, LinkOption... options)
      throws IOException {
    DeskProvider.INSTANCE.checkAccess(file, AccessMode.WRITE);
    super.setFileAttributes(file, attributes, options);
  }

  /** The client is told; that is enough. */
  @Override
  protected void handleSetFileAttributeFailure(
      Path file,
      String view,
      String attribute,
      Object value,
      Collection<String> unsupported,
      Exception thrown)
      throws IOException {
    if (thrown instanceof IOException e) {
      throw e;
    }
    super.handleSetFileAttributeFailure(file, view, attribute, value, unsupported, thrown);
  }

  /**
   * The session or its channel is over. Uploads that are open now are cut short, even if a CLOSE is
   * on its way: no OK could reach the client any more.
   */
  @Override
  public void destroy(@Nullable ChannelSession channel) {
    handles.values().forEach(DeskSubsystem::sessionEnds);
    super.destroy(channel);
    try {
      close(); // wakes the thread that waits for requests; nobody interrupts it
    } catch (IOException e) {
      throw new IllegalStateException("The queue of requests can't fail", e);
    }
  }

  private static void sessionEnds(Handle handle) {
    if (handle instanceof FileHandle file && file.getFileChannel() instanceof Upload upload) {
      upload.sessionEnds();
    }
  }
}
