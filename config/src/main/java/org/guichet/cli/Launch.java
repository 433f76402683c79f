package org.guichet.cli;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.guichet.platform.control.SecretFile;
import org.guichet.platform.entity.Settings;

/** One start of a server, from nothing to ready. */
final class Launch {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final int PASSWORD_BYTES = 24;

  private final Home home;
  private final Settings settings;
  private final Map<String, String> environment;
  private final DataFolder data;
  private final SecureRandom random = new SecureRandom();

  Launch(Home home, Settings settings, Map<String, String> environment) {
    this.home = home;
    this.settings = settings;
    this.environment = environment;
    this.data = new DataFolder(settings.data());
  }

  /**
   * A server that is ready.
   *
   * @param startedNow false when it ran before
   */
  record Outcome(boolean startedNow, long pid, Addresses addresses, Duration took) {}

  /**
   * Starts the server unless it runs, and waits until it is ready.
   *
   * @throws FailedException when it can't be started; nothing of it runs on then
   */
  Outcome run(OptionalInt debugPort) throws IOException, GeneralSecurityException {
    data.make();
    // Closing the channel gives the lock back.
    try (FileChannel channel =
        FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      requireLock(channel);
      Optional<ProcessHandle> running = ServerProcess.running(data.pidFile());
      if (running.isPresent()) {
        Addresses addresses =
            Addresses.read(data.addresses()).orElseGet(() -> Addresses.of(settings));
        return await(running.get(), addresses, false);
      }
      refuseClashes();
      return await(start(debugPort), Addresses.of(settings), true);
    }
  }

  private static void requireLock(FileChannel channel) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another start in this very process: refused below like one in another.
    }
    if (lock == null) {
      throw new FailedException(
          ExitCode.REFUSED, "Another start of this data folder is under way. Wait for its end.");
    }
  }

  private void refuseClashes() {
    List<String> clashes = Ports.clashes(settings);
    if (!clashes.isEmpty()) {
      throw new FailedException(
          ExitCode.REFUSED,
          "Not started:\n  "
              + String.join("\n  ", clashes)
              + "\nEnd the program that uses it (ss -ltnp shows which), or set another port.");
    }
  }

  private ProcessHandle start(OptionalInt debugPort) throws IOException, GeneralSecurityException {
    SecretFile.readOrMake(settings.secretFile(), random);
    new ServerFolder(home, data.server()).prepare();
    String password = newPassword();
    Optional<Settings.Tls> tls = settings.http().tls();
    if (tls.isPresent()) {
      TlsStore.write(tls.get(), data.tlsStore(), password.toCharArray());
    } else {
      Files.deleteIfExists(data.tlsStore());
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ServerCommand command = new ServerCommand(java, home, settings);
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      words.add(SETSID.toString()); // a session of its own: closing the terminal doesn't end it
    }
    words.addAll(command.words(debugPort));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(data.run().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(data.consoleLog().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment(environment, password));
    ProcessHandle process = builder.start().toHandle();
    ServerProcess.record(data.pidFile(), process);
    Addresses.of(settings).write(data.addresses());
    return process;
  }

  private String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Outcome await(ProcessHandle process, Addresses addresses, boolean startedNow) {
    Duration took = new Readiness(data, process, addresses).await(LIMIT, startedNow);
    return new Outcome(startedNow, process.pid(), addresses, took);
  }
}
