package org.guichet.cli.administration;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word such as {@code org}, which says nothing without the verb that follows. */
@Command(synopsisSubcommandLabel = "COMMAND")
abstract class CommandGroup implements Runnable {
  final Counter counter;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  CommandGroup(Counter counter) {
    this.counter = counter;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), counter.texts().text("usage.WHICH"));
  }

  /** The verb that is being run. */
  CommandSpec sub(String verb) {
    return Optional.ofNullable(spec.subcommands().get(verb)).orElseThrow().getCommandSpec();
  }
}
