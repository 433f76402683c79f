package org.guichet.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A program of an organisation that drops files and reads receipts over SFTP. */
final class LoadClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CHUNK = 4_096;

  private final SshClient client = SshClient.setUpDefaultClient();
  private final Member member;
  private final KeyPair key;

  private LoadClient(Member member, KeyPair key) {
    this.member = member;
    this.key = key;
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.start();
  }

  /** With a key of its own, added by the command line. */
  static LoadClient of(Member member) {
    try {
      KeyPair key = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
      Path file =
          member.local("charge.pub", PublicKeyEntry.toString(key.getPublic()).getBytes(US_ASCII));
      member
          .server()
          .cli("key", "add", "--org", member.matricule(), "--name", "charge", file.toString())
          .done();
      return new LoadClient(member, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Member member() {
    return member;
  }

  /** Returns when the server said OK to CLOSE, or to the rename from a temporary name. */
  void put(String name, byte[] bytes, boolean renaming) throws IOException {
    try (ClientSession session = session(member.server().sftpPort());
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      String first = "/depot/" + name + (renaming ? ".part" : "");
      CloseableHandle handle =
          sftp.open(first, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate));
      for (int at = 0; at < bytes.length; at += CHUNK) {
        sftp.write(handle, at, bytes, at, Math.min(CHUNK, bytes.length - at));
      }
      handle.close(); // fails when the server doesn't say OK
      if (renaming) {
        sftp.rename(first, "/depot/" + name);
      }
    }
  }

  /**
   * Begins to send a file and never comes to its end: {@code port} leads through something that
   * cuts.
   *
   * @param opened is told when the server has answered OPEN
   */
  void putThroughACut(int port, String name, byte[] bytes, Runnable opened) {
    try (ClientSession session = session(port);
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      CloseableHandle handle =
          sftp.open("/depot/" + name, EnumSet.of(OpenMode.Write, OpenMode.Create));
      opened.run();
      for (int at = 0; at < bytes.length; at += CHUNK) {
        sftp.write(handle, at, bytes, at, Math.min(CHUNK, bytes.length - at));
      }
      handle.close();
    } catch (IOException e) {
      return; // as it was meant
    }
    throw new AssertionError("The server said OK to " + name + ", which never came whole");
  }

  /** Reads and deletes one receipt, which acknowledges it. */
  void acknowledgeOne() throws IOException {
    try (ClientSession session = session(member.server().sftpPort());
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      for (SftpClient.DirEntry entry : sftp.readDir("/accuses")) {
        if (entry.getFilename().endsWith(".xml")) {
          sftp.remove("/accuses/" + entry.getFilename());
          return;
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause(); // the listing's iterator may throw no other
    }
  }

  private ClientSession session(int port) throws IOException {
    ClientSession session =
        client.connect(member.matricule(), "127.0.0.1", port).verify(PATIENCE).getSession();
    try {
      session.addPublicKeyIdentity(key);
      session.auth().verify(PATIENCE);
      return session;
    } catch (IOException e) {
      session.close(true);
      throw e;
    }
  }

  @Override
  public void close() {
    client.stop();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
