package org.guichet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The server's process, found again by the file that the launcher left. A process id alone proves
 * nothing, since the system gives it again: its start time must agree too.
 */
final class ServerProcess {
  private ServerProcess() {}

  /** The process that {@code pidFile} speaks of, if it still runs. */
  static Optional<ProcessHandle> running(Path pidFile) {
    return recorded(pidFile)
        .flatMap(
            recorded ->
                ProcessHandle.of(recorded.pid())
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> startOf(handle).equals(recorded.start())));
  }

  static void record(Path pidFile, ProcessHandle process) throws IOException {
    Path beside = pidFile.resolveSibling(pidFile.getFileName() + ".new");
    Files.write(beside, List.of(process.pid() + " " + startOf(process).toEpochMilli()));
    Files.move(beside, pidFile, StandardCopyOption.ATOMIC_MOVE);
  }

  static Instant startOf(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Instant.ofEpochMilli(start.toEpochMilli()))
        .orElse(Instant.EPOCH);
  }

  private static Optional<Recorded> recorded(Path pidFile) {
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(pidFile).strip().split(" ", -1);
      return Optional.of(
          new Recorded(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty(); // damaged, so it points to no process
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Recorded(long pid, Instant start) {}
}
