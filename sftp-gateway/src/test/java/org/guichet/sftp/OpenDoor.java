package org.guichet.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.organisation.boundary.KeySignIn.SignedIn;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;

/** The real server on loopback, before fakes; and clients of it. */
final class OpenDoor implements AutoCloseable {
  static final String MATRICULE = "12ABC345";
  static final Duration LIMIT = Duration.ofSeconds(20);

  private static final KeyPair KEY = newKey("ssh-ed25519", 256);
  private static final Path HOST_KEYS = newFolder();

  final OrganisationId organisation = new OrganisationId(UUID.randomUUID());
  final FakeKeys keys;
  final FakeSpool spool = new FakeSpool();
  final FakeOutbox outbox = new FakeOutbox(newFolder());
  final FakeReports reports = new FakeReports();
  final SftpServer server;
  final Arrivals arrivals = new Arrivals(Clock.systemUTC());
  final SignedIn who;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
  private final SshClient client = SshClient.setUpDefaultClient();

  OpenDoor() {
    this(new FakeKeys(), settings(50, 40, 40, Duration.ofMinutes(5)));
  }

  /**
   * @param data where its host keys are
   */
  OpenDoor(Path data) {
    this(new FakeKeys(), settings(50, 40, 40, Duration.ofMinutes(5)), data);
  }

  OpenDoor(FakeKeys keys, Settings.Sftp settings) {
    this(keys, settings, HOST_KEYS);
  }

  private OpenDoor(FakeKeys keys, Settings.Sftp settings, Path data) {
    this.keys = keys;
    who = keys.register(organisation, MATRICULE, KEY.getPublic());
    Desk desk = new Desk(keys, spool, outbox, reports, arrivals, Clock.systemUTC());
    server = new SftpServer(settings, data, desk, executor, scheduler);
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.start();
    try {
      server.start();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Settings.Sftp settings(int sessions, int ofOne, int fromOne, Duration idle) {
    return new Settings.Sftp(
        "127.0.0.1",
        0,
        new Settings.SftpLimits(sessions, ofOne, fromOne, 16, Duration.ofSeconds(30), 6, idle),
        new Settings.SftpTrust(false, false, Optional.empty()));
  }

  /** With other ways in than keys. */
  static Settings.Sftp trusting(boolean passwords, Optional<Path> authorities) {
    Settings.Sftp usual = settings(50, 40, 40, Duration.ofMinutes(5));
    return new Settings.Sftp(
        usual.bind(), 0, usual.limits(), new Settings.SftpTrust(false, passwords, authorities));
  }

  static KeyPair key() {
    return KEY;
  }

  static KeyPair newKey(String type, int bits) {
    try {
      return KeyUtils.generateKeyPair(type, bits);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another key of the same organisation. */
  KeyPair keyFor(KeyScope... scopes) {
    KeyPair key = newKey("ecdsa-sha2-nistp256", 256);
    keys.register(organisation, MATRICULE, key.getPublic(), scopes);
    return key;
  }

  SshClient client() {
    return client;
  }

  /** Leaves an upload behind whose session ended in the middle. */
  void cutShort(DropFolder folder, String name, String text) throws IOException {
    Caller caller = new Caller(who.actor(), Channel.SFTP, "127.0.0.1");
    Incoming begun = spool.begin(caller, folder, name);
    begun.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    spool.cutShort(caller, begun);
  }

  /** Puts ten thousand receipts on a partner's drops: {@code Accuse_de_reception_0.xml} and on. */
  void putTenThousandReceipts() {
    for (int i = 0; i < 10_000; i++) {
      outbox.put(
          organisation, "99ZZZ999", "Accuse_de_reception_" + i + ".xml", "<a n='" + i + "'/>");
    }
  }

  /** Signed in. */
  ClientSession session() throws IOException {
    return session(KEY);
  }

  ClientSession session(KeyPair key) throws IOException {
    ClientSession session = connected();
    session.addPublicKeyIdentity(key);
    session.auth().verify(LIMIT);
    return session;
  }

  ClientSession connected() throws IOException {
    return client.connect(MATRICULE, "127.0.0.1", server.port()).verify(LIMIT).getSession();
  }

  /** Waits until {@code condition} holds; fails when it doesn't in time. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not in time: " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("guichet-sftp");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.stop();
    try {
      server.stop(Duration.ZERO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scheduler.shutdownNow();
    executor.shutdown();
  }
}
