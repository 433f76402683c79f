package org.guichet.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code guichet status}: exit 0 when ready, 1 when running but not ready, 3 when down. */
@Command(
    name = "status",
    description = "Tells how the server is: exit 0 ready, 1 not ready, 3 down.")
final class StatusCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Root root;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    DataFolder data = new DataFolder(root.data());
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProcessHandle> running = ServerProcess.running(data.pidFile());
    Optional<Addresses> addresses = Addresses.read(data.addresses());
    if (running.isEmpty() || addresses.isEmpty()) {
      out.println(
          root.json()
              ? Json.createObjectBuilder().add("state", "down").build().toString()
              : "Guichet is down (data folder " + root.data() + ").");
      return ExitCode.DOWN;
    }
    Health.Answer health = Health.ask(addresses.get().health());
    out.println(
        root.json()
            ? json(running.get(), addresses.get(), health)
            : text(running.get(), addresses.get(), health));
    return health.ready() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private String text(ProcessHandle process, Addresses addresses, Health.Answer health) {
    return String.join(
        "\n",
        "Guichet is " + (health.ready() ? "ready." : "running, but not ready."),
        "  process  %d, since %s".formatted(process.pid(), ServerProcess.startOf(process)),
        "  web      " + addresses.web(),
        "  sftp     " + addresses.sftp(),
        "  data     " + root.data(),
        "  health   " + health.answer());
  }

  private String json(ProcessHandle process, Addresses addresses, Health.Answer health) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("state", health.ready() ? "ready" : "running")
            .add("pid", process.pid())
            .add("since", ServerProcess.startOf(process).toString())
            .add("web", addresses.web().toString())
            .add("sftp", addresses.sftp())
            .add("management", addresses.managementPort())
            .add("data", root.data().toString())
            .add("health", health.answer());
    return json.build().toString();
  }
}
