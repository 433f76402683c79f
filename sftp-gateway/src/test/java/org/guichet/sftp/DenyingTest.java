package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.sshd.client.auth.hostbased.UserAuthHostBasedFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeStore;
import org.apache.sshd.common.SshException;
import org.guichet.organisation.boundary.KeySignIn.SignedIn;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong while somebody signs in, by whatever method, nobody gets in. */
class DenyingTest {
  private static final String PASSWORD = "g1-00000000-right";

  @TempDir Path folder;

  /** What a look-up does instead of answering. */
  enum Mishap {
    THROWS,
    ANSWERS_NULL
  }

  private static FakeKeys failing(Supplier<Optional<SignedIn>> answer) {
    return new FakeKeys() {
      @Override
      public Optional<SignedIn> signIn(String userName, byte[] keyBlob, String address) {
        return answer.get();
      }

      @Override
      public Optional<SignedIn> signIn(String userName, PublicKey certified, String address) {
        return answer.get();
      }

      @Override
      public Optional<SignedIn> signIn(String userName, Settings.Secret password, String address) {
        return answer.get();
      }
    };
  }

  @SuppressWarnings("NullAway") // on purpose
  private static FakeKeys failing(Mishap mishap) {
    return failing(
        () -> {
          if (mishap == Mishap.THROWS) {
            throw new IllegalStateException("database down");
          }
          return null;
        });
  }

  @ParameterizedTest
  @EnumSource
  void aKey(Mishap mishap) throws Exception {
    try (OpenDoor door = new OpenDoor(failing(mishap), OpenDoor.trusting(true, Optional.empty()));
        ClientSession session = door.connected()) {
      session.addPublicKeyIdentity(OpenDoor.key());
      assertDenied(session);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPassword(Mishap mishap) throws Exception {
    try (OpenDoor door = new OpenDoor(failing(mishap), OpenDoor.trusting(true, Optional.empty()));
        ClientSession session = door.connected()) {
      session.addPasswordIdentity(PASSWORD);
      assertDenied(session);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCertificate(Mishap mishap) throws Exception {
    Tools.need("ssh-keygen", "openssh-client");
    Authority authority = new Authority(folder);
    try (OpenDoor door =
        new OpenDoor(failing(mishap), OpenDoor.trusting(true, Optional.of(authority.file())))) {
      OpenSsh client = authority.certify(door, "-n", OpenDoor.MATRICULE);

      assertThat(client.sftp("ls /").output()).contains("Permission denied");
    }
  }

  /** All methods wait in this one place. */
  @Test
  void whoeverIsNotAnsweredInTime() {
    CountDownLatch never = new CountDownLatch(1);
    ExecutorService executor = Executors.newCachedThreadPool();
    try {
      Desk desk =
          new Desk(
              new FakeKeys(),
              new FakeSpool(),
              new FakeOutbox(folder),
              new FakeReports(),
              new Arrivals(Clock.systemUTC()),
              Clock.systemUTC());
      SignIn signIn = new SignIn(desk, new SessionThreads(executor), Duration.ofMillis(50));
      Attributes session = new Attributes();
      assertThat(
              signIn.enter(
                  session,
                  "127.0.0.1",
                  OpenDoor.MATRICULE,
                  "password",
                  () -> {
                    never.await();
                    throw new IllegalStateException("answered too late");
                  }))
          .isFalse();
      assertThat(Visit.of(session)).isNull();
    } finally {
      never.countDown();
      executor.shutdown();
    }
  }

  @Test
  void passwordsUnlessTheyAreTaken() throws Exception {
    FakeKeys keys = new FakeKeys();
    try (OpenDoor door = new OpenDoor(keys, OpenDoor.trusting(false, Optional.empty()));
        ClientSession session = door.connected()) {
      keys.passwords.put(PASSWORD, door.who);
      session.addPasswordIdentity(PASSWORD);
      assertDenied(session);
    }
    try (OpenDoor door = new OpenDoor(keys, OpenDoor.trusting(true, Optional.empty()));
        ClientSession session = door.connected();
        ClientSession wrong = door.connected()) {
      keys.passwords.put(PASSWORD, door.who);
      session.addPasswordIdentity(PASSWORD);
      assertThat(session.auth().verify(OpenDoor.LIMIT).isSuccess()).isTrue();
      wrong.addPasswordIdentity("g1-00000000-wrong");
      assertDenied(wrong);
    }
  }

  @Test
  void everyOtherMethod() throws Exception {
    FakeKeys keys = new FakeKeys();
    try (OpenDoor door = new OpenDoor(keys, OpenDoor.trusting(true, Optional.empty()))) {
      keys.passwords.put(PASSWORD, door.who);
      door.client()
          .setUserAuthFactories(
              List.of(UserAuthKeyboardInteractiveFactory.INSTANCE, new UserAuthHostBasedFactory()));
      try (ClientSession session = door.connected()) {
        session.addPasswordIdentity(PASSWORD);
        assertDenied(session);
      }
      Tools.need("ssh", "openssh-client");
      OpenSsh client = new OpenSsh(door, OpenDoor.newKey("ssh-ed25519", 256), folder);
      assertThat(client.with("PreferredAuthentications=none").sftp("ls /").output())
          .contains("Permission denied (publickey,password)");
    }
  }

  private static void assertDenied(ClientSession session) throws IOException {
    assertThatExceptionOfType(SshException.class)
        .isThrownBy(() -> session.auth().verify(OpenDoor.LIMIT))
        .withMessageContaining("No more authentication methods available");
    assertThat(session.isAuthenticated()).isFalse();
  }

  /** As a session keeps them. */
  private static final class Attributes implements AttributeStore {
    private final Map<AttributeKey<?>, Object> kept = new HashMap<>();

    @Override
    public int getAttributesCount() {
      return kept.size();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getAttribute(AttributeKey<T> key) {
      return (T) kept.get(key);
    }

    @Override
    public Collection<AttributeKey<?>> attributeKeys() {
      return kept.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T setAttribute(AttributeKey<T> key, T value) {
      return (T) kept.put(key, value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T removeAttribute(AttributeKey<T> key) {
      return (T) kept.remove(key);
    }

    @Override
    public void clearAttributes() {
      kept.clear();
    }
  }
}
