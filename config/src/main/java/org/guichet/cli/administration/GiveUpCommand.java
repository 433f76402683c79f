package org.guichet.cli.administration;

import jakarta.json.JsonValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code give-up NUMBER}: a failed deposit is answered KO. */
@Command(name = "give-up", description = "${bundle:command.give-up}")
final class GiveUpCommand implements Callable<Integer> {
  private final Counter counter;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "NUMBER", description = "${bundle:option.number}")
  private long number;

  GiveUpCommand(Counter counter) {
    this.counter = counter;
  }

  @Override
  public Integer call() {
    return counter.act(spec, "deposits/" + number + "/give-up", JsonValue.EMPTY_JSON_OBJECT);
  }
}
