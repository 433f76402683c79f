package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.junit.jupiter.api.Test;

/** How much of the door anybody may take, and for how long. */
class LimitsTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void letsOnlySoManySessionsOfOneOrganisationInAndTellsTheNext() throws Exception {
    try (OpenDoor door = new OpenDoor(new FakeKeys(), OpenDoor.settings(50, 2, 40, LONG));
        ClientSession one = door.session();
        ClientSession two = door.session()) {
      assertThatExceptionOfType(SshException.class)
          .isThrownBy(door::session)
          .withMessageContaining("This organisation has 2 sessions already");
      KeyPair others = OpenDoor.newKey("ssh-ed25519", 256);
      door.keys.register(
          new OrganisationId(UUID.randomUUID()), OpenDoor.MATRICULE, others.getPublic());
      try (ClientSession ofAnother = door.session(others)) {
        assertThat(ofAnother.isAuthenticated()).isTrue();
      }
      two.close(true);
      OpenDoor.await("room again", () -> door.server.sessions() == 1);
      try (ClientSession three = door.session()) {
        assertThat(one.isOpen()).isTrue();
        assertThat(three.isAuthenticated()).isTrue();
      }
    }
  }

  @Test
  void letsOnlySoManySessionsInAltogether() throws Exception {
    try (OpenDoor door = new OpenDoor(new FakeKeys(), OpenDoor.settings(1, 40, 40, LONG));
        ClientSession one = door.session()) {
      assertThatExceptionOfType(IOException.class).isThrownBy(door::session);
      assertThat(one.isOpen()).isTrue();
    }
  }

  @Test
  void endsAConnectionThatDoesNotSignInInTime() throws Exception {
    Settings.Sftp hasty =
        new Settings.Sftp(
            "127.0.0.1",
            0,
            new Settings.SftpLimits(50, 40, 40, 16, Duration.ofMillis(300), 6, LONG),
            usualTrust(false));
    try (OpenDoor door = new OpenDoor(new FakeKeys(), hasty);
        ClientSession session = door.connected()) {
      OpenDoor.await("cut", () -> !session.isOpen());
      OpenDoor.await("gone", () -> door.server.sessions() == 0);
    }
  }

  @Test
  void leavesALineAloneThatIsSlowerThanItsPackets() throws Exception {
    byte[] file = "x".repeat(64 * 1024).getBytes(US_ASCII);
    try (OpenDoor door = new OpenDoor(new FakeKeys(), OpenDoor.settings(50, 40, 40, SHORT));
        SlowLine line = new SlowLine(door.server.port());
        ClientSession session =
            door.client()
                .connect(OpenDoor.MATRICULE, "127.0.0.1", line.port())
                .verify(OpenDoor.LIMIT)
                .getSession()) {
      session.addPublicKeyIdentity(OpenDoor.key());
      session.auth().verify(OpenDoor.LIMIT);
      try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
          CloseableHandle handle =
              sftp.open("/depot/a.xml", OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
        line.pauseFor(Duration.ofMillis(60)); // a packet of 32 KB takes two seconds
        sftp.write(handle, 0, file);
      }
      assertThat(session.isOpen()).isTrue();
    }
  }

  @Test
  void refusesClientsWithoutStrictKeyExchangeWhereThatIsSet() throws Exception {
    assertThat(answerToOldClient(true)).contains("Strict key exchange is required");
    assertThat(answerToOldClient(false)).doesNotContain("Strict");
    Settings.Sftp usual = OpenDoor.settings(50, 40, 40, LONG);
    try (OpenDoor door =
            new OpenDoor(
                new FakeKeys(),
                new Settings.Sftp(usual.bind(), 0, usual.limits(), usualTrust(true)));
        ClientSession session = door.session()) {
      assertThat(session.isAuthenticated()).isTrue();
    }
  }

  private static Settings.SftpTrust usualTrust(boolean strictOnly) {
    return new Settings.SftpTrust(strictOnly, false, Optional.empty());
  }

  private static String answerToOldClient(boolean strictOnly) throws IOException {
    Settings.Sftp usual = OpenDoor.settings(50, 40, 40, LONG);
    Settings.Sftp settings =
        new Settings.Sftp(usual.bind(), 0, usual.limits(), usualTrust(strictOnly));
    try (OpenDoor door = new OpenDoor(new FakeKeys(), settings);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.server.port())) {
      socket.setSoTimeout(1_000);
      OutputStream out = socket.getOutputStream();
      out.write("SSH-2.0-old\r\n".getBytes(US_ASCII));
      out.write(packet(oldProposal()));
      out.flush();
      return heard(socket);
    }
  }

  private static String heard(Socket socket) throws IOException {
    StringBuilder heard = new StringBuilder();
    byte[] bytes = new byte[8192];
    try {
      for (int count = socket.getInputStream().read(bytes);
          count >= 0;
          count = socket.getInputStream().read(bytes)) {
        heard.append(new String(bytes, 0, count, ISO_8859_1));
      }
    } catch (IOException e) {
      // It goes on waiting for the client, or has cut it: nothing more comes.
    }
    return heard.toString();
  }

  /** SSH_MSG_KEXINIT (RFC 4253, 7.1) as a client from before 2024 writes it. */
  private static byte[] oldProposal() {
    ByteArrayBuffer message = new ByteArrayBuffer();
    message.putByte(SshConstants.SSH_MSG_KEXINIT);
    message.putRawBytes(new byte[16]);
    for (String names :
        new String[] {
          "curve25519-sha256",
          "ssh-ed25519",
          "aes128-ctr",
          "aes128-ctr",
          "hmac-sha2-256-etm@openssh.com",
          "hmac-sha2-256-etm@openssh.com",
          "none",
          "none",
          "",
          ""
        }) {
      message.putString(names);
    }
    message.putBoolean(false);
    message.putInt(0);
    return message.getCompactData();
  }

  /** An SSH packet in the clear (RFC 4253, 6). */
  private static byte[] packet(byte[] message) {
    int padding = 8 - (message.length + 5) % 8 + 8;
    ByteArrayBuffer packet = new ByteArrayBuffer();
    packet.putInt(message.length + padding + 1);
    packet.putByte((byte) padding);
    packet.putRawBytes(message);
    packet.putRawBytes(new byte[padding]);
    return packet.getCompactData();
  }

  @Test
  void cutsTransfersShortWhenTheServerStopsAndTheirTimeIsOver() throws Exception {
    OpenDoor door = new OpenDoor();
    try (ClientSession session = door.session();
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
        ClientSession waiting = door.connected()) {
      CloseableHandle handle = sftp.open("/depot/a.xml", OpenMode.Write, OpenMode.Create);
      sftp.write(handle, 0, "<a/>".getBytes(UTF_8));

      door.server.stop(Duration.ofMillis(200));

      assertThatExceptionOfType(IOException.class).isThrownBy(handle::close);
      waiting.addPublicKeyIdentity(OpenDoor.key());
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> waiting.auth().verify(OpenDoor.LIMIT));
    } finally {
      door.close();
    }
    OpenDoor.await("cut short", () -> door.spool.book().contains("cutShort a.xml"));
    assertThat(door.spool.kept()).isEmpty();
  }
}
