package org.guichet.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code guichet start}: returns when the server is ready. */
@Command(name = "start", description = "Starts the server; returns when it is ready.")
final class StartCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Root root;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Option(
      names = "--debug",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = "8787",
      description = "Let a debugger connect, on the loopback interface; default port: 8787.")
  private @Nullable Integer debugPort;

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    Settings settings = root.settings();
    OptionalInt debug = debugPort == null ? OptionalInt.empty() : OptionalInt.of(debugPort);
    Launch.Outcome outcome = new Launch(Home.ofScript(), settings, root.environment()).run(debug);
    tell(spec.commandLine().getOut(), outcome);
    return ExitCode.DONE;
  }

  private void tell(PrintWriter out, Launch.Outcome outcome) {
    Addresses addresses = outcome.addresses();
    if (root.json()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("state", "ready")
              .add("started", outcome.startedNow())
              .add("pid", outcome.pid())
              .add("seconds", outcome.took().toMillis() / 1000.0)
              .add("web", addresses.web().toString())
              .add("sftp", addresses.sftp())
              .add("management", addresses.managementPort())
              .add("data", root.data().toString());
      out.println(json.build());
      return;
    }
    String first =
        outcome.startedNow()
            ? "Guichet is ready, after %.1f s.".formatted(outcome.took().toMillis() / 1000.0)
            : "Guichet is running already.";
    List.of(
            first,
            "  web    " + addresses.web(),
            "  sftp   " + addresses.sftp(),
            "  data   " + root.data(),
            "  log    guichet logs -f")
        .forEach(out::println);
  }
}
