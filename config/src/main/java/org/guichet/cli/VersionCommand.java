package org.guichet.cli;

import jakarta.json.Json;
import java.util.concurrent.Callable;
import org.guichet.platform.boundary.About;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code guichet version}: what this is, as built. */
@Command(name = "version", description = "Tells version, commit and Java.")
final class VersionCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private Root root;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    String java = System.getProperty("java.vm.name") + " " + Runtime.version();
    spec.commandLine()
        .getOut()
        .println(
            root.json()
                ? Json.createObjectBuilder()
                    .add("version", About.version())
                    .add("commit", About.commit())
                    .add("java", java)
                    .build()
                    .toString()
                : "Guichet %s, commit %s, %s".formatted(About.version(), About.commit(), java));
    return ExitCode.DONE;
  }
}
