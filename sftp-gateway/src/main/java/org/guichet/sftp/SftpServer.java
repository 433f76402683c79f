package org.guichet.sftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.SshServer;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SFTP server, from its first to its last session. Starts once, stops once. */
final class SftpServer {
  private static final Logger log = LoggerFactory.getLogger(SftpServer.class);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(2);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);
  private static final Duration TO_HEAR_THEM = Duration.ofSeconds(1);

  private final Settings.Sftp settings;
  private final HostKeys hostKeys;
  private final Desk desk;
  private final SessionThreads threads;
  private final ScheduledExecutorService scheduler;
  private final Sessions sessions;
  private final SshServer ssh = SshServer.setUpDefaultServer();
  private @Nullable ScheduledFuture<?> checks;
  private volatile @Nullable HostKeyRing ring;

  /**
   * @param data under which the host keys lie, in {@code sftp/}
   * @param executor gives each session a thread for as long as it lasts, at once or not at all
   */
  SftpServer(
      Settings.Sftp settings,
      Path data,
      Desk desk,
      ExecutorService executor,
      ScheduledExecutorService scheduler) {
    this.settings = settings;
    this.hostKeys = new HostKeys(data.resolve("sftp"));
    this.desk = desk;
    this.threads = new SessionThreads(executor);
    this.scheduler = scheduler;
    this.sessions = new Sessions(desk, threads, settings.limits(), UUID::randomUUID);
  }

  void start() throws IOException, GeneralSecurityException {
    HostKeyRing keys = new HostKeyRing(hostKeys);
    ring = keys;
    HostKeyProof proof = new HostKeyProof(keys);
    Settings.SftpTrust trust = settings.trust();
    Certificates certificates =
        new Certificates(Certificates.authoritiesIn(trust.authorities()), desk.clock());
    Hardening.apply(ssh, settings.limits(), certificates.trustsSomebody(), trust.passwords());
    ssh.setSessionFactory(DoorSession.factory(ssh, sessions, proof, trust.strictKeyExchange()));
    ssh.setKeyPairProvider(keys);
    ssh.setGlobalRequestHandlers(
        Stream.concat(ssh.getGlobalRequestHandlers().stream(), Stream.of(proof)).toList());
    ssh.setHost(settings.bind());
    ssh.setPort(settings.port());
    SignIn signIn = new SignIn(desk, threads);
    ssh.setPublickeyAuthenticator(new KeyAuthentication(desk, signIn, certificates));
    ssh.setPasswordAuthenticator(
        trust.passwords() ? new PasswordAuthentication(desk, signIn) : null);
    ssh.setSubsystemFactories(
        List.of(new DeskSubsystemFactory(threads, new Answers(Locale.FRENCH, UUID::randomUUID))));
    ssh.setFileSystemFactory(new Views(desk));
    ssh.addSessionListener(sessions);
    try {
      ssh.start();
    } catch (IOException e) {
      ssh.close(true);
      throw e;
    }
    checks =
        scheduler.scheduleWithFixedDelay(
            () -> {
              keys.refresh();
              sessions.check();
            },
            CHECK_EVERY.toMillis(),
            CHECK_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    log.info(
        "SFT-120 SFTP listens bind={} port={} hostkeys={}", settings.bind(), port(), keys.prints());
  }

  /** On which it listens, also where the settings leave the choice to the system. */
  int port() {
    return ssh.getBoundAddresses().stream()
        .filter(InetSocketAddress.class::isInstance)
        .map(address -> ((InetSocketAddress) address).getPort())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("SFTP doesn't listen"));
  }

  /** By what clients know it now; nothing before it is started. */
  List<PublicKey> hostKeys() {
    HostKeyRing shown = ring;
    return shown == null
        ? List.of()
        : shown.current().stream()
            .map(key -> new PublicKey(KeyUtils.getKeyType(key), KeyAuthentication.wireForm(key)))
            .toList();
  }

  boolean listens() {
    return ssh.isStarted() && !ssh.getBoundAddresses().isEmpty();
  }

  /** Lets nobody new in, gives transfers {@code patience} to finish, then cuts them short. */
  void stop(Duration patience) throws IOException, InterruptedException {
    sessions.refuseNewOnes();
    boolean quiet =
        sessions.awaitTransfers(patience) && desk.arrivals().awaitNoneComing(LAST_WORDS);
    if (checks != null) {
      checks.cancel(false);
    }
    if (quiet) {
      sessions.awaitAnswers(LAST_WORDS);
      sessions.awaitNone(TO_HEAR_THEM);
    }
    ssh.stop(true);
    if (!quiet && !desk.arrivals().awaitNoneComing(LAST_WORDS)) {
      log.warn("SFT-194 uploads were still open when SFTP stopped");
    }
    log.info("SFT-121 SFTP stopped");
  }

  int sessions() {
    return sessions.connected();
  }

  /** Gives each session its own view. */
  private record Views(Desk desk) implements FileSystemFactory {
    @Override
    public @Nullable Path getUserHomeDir(SessionContext context) {
      return null;
    }

    @Override
    public FileSystem createFileSystem(SessionContext context) throws IOException {
      Visit visit = context instanceof Session session ? Visit.of(session) : null;
      if (visit == null) {
        throw new IOException("Nobody has signed in");
      }
      return new DeskFileSystem(desk, visit);
    }
  }
}
