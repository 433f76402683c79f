package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.junit.jupiter.api.Test;

/** Who gets in, and who is put out. */
class SignInTest {
  private static final Settings.Sftp FEW = OpenDoor.settings(50, 40, 2, Duration.ofSeconds(1));

  @Test
  void letsEd25519EcdsaAndLongRsaKeysInWithTheNameInAnyCase() throws Exception {
    try (OpenDoor door = new OpenDoor()) {
      for (KeyPair key :
          List.of(
              OpenDoor.key(),
              OpenDoor.newKey("ecdsa-sha2-nistp256", 256),
              OpenDoor.newKey("ssh-rsa", 3072))) {
        door.keys.register(door.organisation, OpenDoor.MATRICULE, key.getPublic());
        try (ClientSession session =
            door.client()
                .connect("12abc345", "127.0.0.1", door.server.port())
                .verify(OpenDoor.LIMIT)
                .getSession()) {
          session.addPublicKeyIdentity(key);
          assertThat(session.auth().verify(OpenDoor.LIMIT).isSuccess()).isTrue();
        }
      }
    }
  }

  @Test
  void notesTheUseOfAKeyOncePerSession() throws Exception {
    try (OpenDoor door = new OpenDoor();
        ClientSession session = door.session()) {
      assertThat(session.isAuthenticated()).isTrue();
      OpenDoor.await("use noted", () -> !door.keys.used.isEmpty());
      assertThat(door.keys.used)
          .containsExactly(new Caller(door.who.actor(), Channel.SFTP, "127.0.0.1"));
    }
  }

  @Test
  void turnsShortRsaKeysAndOtherOrganisationsKeysAway() throws Exception {
    try (OpenDoor door = new OpenDoor()) {
      KeyPair shortKey = OpenDoor.newKey("ssh-rsa", 2048);
      KeyPair others = OpenDoor.newKey("ssh-ed25519", 256);
      door.keys.register(door.organisation, OpenDoor.MATRICULE, shortKey.getPublic());
      door.keys.register(new OrganisationId(new UUID(0, 1)), "99ZZZ999", others.getPublic());

      assertTurnedAway(door, shortKey);
      assertTurnedAway(door, others);
    }
  }

  @Test
  void knowsNoPasswords() throws Exception {
    try (OpenDoor door = new OpenDoor();
        ClientSession session = door.connected()) {
      session.addPasswordIdentity("secret");

      assertThatExceptionOfType(SshException.class)
          .isThrownBy(() -> session.auth().verify(OpenDoor.LIMIT))
          .withMessageContaining("No more authentication methods available");
    }
  }

  @Test
  void endsTheLiveSessionsOfAStoppedKeyWithinFiveSeconds() throws Exception {
    try (OpenDoor door = new OpenDoor();
        ClientSession session = door.session();
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      SftpClient.CloseableHandle handle =
          sftp.open("/depot/a.xml", SftpClient.OpenMode.Write, SftpClient.OpenMode.Create);

      long stopped = System.nanoTime();
      door.keys.stop(door.who);
      OpenDoor.await("session ended", () -> !session.isOpen());

      assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(5));
      assertThatExceptionOfType(IOException.class).isThrownBy(handle::close);
      OpenDoor.await("cut short", () -> door.spool.book().contains("cutShort a.xml"));
      assertTurnedAway(door, OpenDoor.key());
    }
  }

  @Test
  void tellsTheDeskOfASessionThatLastsAndEndsItWhenTheDeskWants() throws Exception {
    try (OpenDoor door = new OpenDoor();
        ClientSession session = door.session()) {
      OpenDoor.await("the session is noted", () -> door.keys.open.size() == 1);
      door.keys.ended.addAll(door.keys.open.keySet());
      OpenDoor.await("session ended", () -> !session.isOpen());
      OpenDoor.await("the session is noted no more", () -> door.keys.open.isEmpty());
      try (ClientSession again = door.session()) {
        assertThat(again.isAuthenticated()).isTrue();
      }
    }
  }

  @Test
  void endsSessionsInWhichNothingMovesEvenIfTheyAreKeptAlive() throws Exception {
    try (OpenDoor door = new OpenDoor(new FakeKeys(), FEW);
        ClientSession session = door.session()) {
      session.setSessionHeartbeat(HeartbeatType.IGNORE, Duration.ofMillis(100));

      OpenDoor.await("idle session ended", () -> !session.isOpen());
    }
  }

  @Test
  void letsOnlySoManySessionsInFromOneAddress() throws Exception {
    try (OpenDoor door = new OpenDoor(new FakeKeys(), FEW);
        ClientSession one = door.session();
        ClientSession two = door.session()) {
      assertThatExceptionOfType(IOException.class).isThrownBy(door::session);
      assertThat(one.isOpen()).isTrue();
      two.close(true);
      OpenDoor.await("room again", () -> door.server.sessions() == 1);
      try (ClientSession three = door.session()) {
        assertThat(three.isAuthenticated()).isTrue();
      }
    }
  }

  @Test
  void endsASessionAfterSixTries() throws Exception {
    try (OpenDoor door = new OpenDoor();
        ClientSession session = door.connected()) {
      for (int i = 0; i < 10; i++) {
        session.addPublicKeyIdentity(OpenDoor.newKey("ssh-ed25519", 256));
      }
      session.addPublicKeyIdentity(OpenDoor.key());

      assertThatExceptionOfType(SshException.class)
          .isThrownBy(() -> session.auth().verify(OpenDoor.LIMIT))
          .withMessageContaining("Too many authentication failures");
    }
  }

  private static void assertTurnedAway(OpenDoor door, KeyPair key) throws IOException {
    try (ClientSession session = door.connected()) {
      session.addPublicKeyIdentity(key);
      assertThatExceptionOfType(SshException.class)
          .isThrownBy(() -> session.auth().verify(OpenDoor.LIMIT))
          .withMessageContaining("No more authentication methods available");
    }
  }
}
