package org.guichet.cli;

import jakarta.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code guichet stop}: ends the one process that was started for this data folder. */
@Command(name = "stop", description = "Stops the server; returns when it is down.")
final class StopCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Root root;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    DataFolder data = new DataFolder(root.data());
    Optional<ProcessHandle> running = ServerProcess.running(data.pidFile());
    if (running.isEmpty()) {
      tell(false, "Guichet was not running.");
      return ExitCode.DONE;
    }
    running.get().destroy(); // SIGTERM: work in hand is finished or given back
    if (!Readiness.endsWithin(running.get(), LIMIT)) {
      throw new FailedException(
          ExitCode.REFUSED,
          "Process %d still runs %d s after it was asked to end. It is left alone; see guichet logs."
              .formatted(running.get().pid(), LIMIT.toSeconds()));
    }
    Files.deleteIfExists(data.pidFile());
    Files.deleteIfExists(data.addresses());
    Files.deleteIfExists(data.tlsStore());
    tell(true, "Guichet is stopped.");
    return ExitCode.DONE;
  }

  private void tell(boolean wasRunning, String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        root.json()
            ? Json.createObjectBuilder()
                .add("state", "down")
                .add("stopped", wasRunning)
                .build()
                .toString()
            : text);
  }
}
