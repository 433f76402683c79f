package org.guichet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code guichet logs}: the server's log, made readable. */
@Command(name = "logs", description = "Shows the end of the server's log.")
final class LogsCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Root root;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what comes, until interrupted.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "100",
      description = "How many lines to begin with; default: 100.")
  private int lines;

  @Option(names = "--traces", description = "Stack traces in full, instead of the innermost cause.")
  private boolean traces;

  @Override
  public Integer call() throws IOException {
    DataFolder data = new DataFolder(root.data());
    if (Files.notExists(data.serverLog())) {
      throw new FailedException(
          ExitCode.REFUSED, "There is no log yet: no server was started on " + root.data() + ".");
    }
    try (LogTail tail = new LogTail(data.serverLog(), lines)) {
      tail.readNew(this::show);
      while (follow) {
        tail.await();
        tail.readNew(this::show);
      }
    }
    return ExitCode.DONE;
  }

  private void show(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        root.json()
            ? line
            : LogLine.parse(line).map(parsed -> parsed.readable(traces)).orElse(line));
    out.flush();
  }
}
