package org.guichet.cli.administration;

import jakarta.json.JsonValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retry NUMBER}: a failed deposit goes back into its line. */
@Command(name = "retry", description = "${bundle:command.retry}")
final class RetryCommand implements Callable<Integer> {
  private final Counter counter;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "NUMBER", description = "${bundle:option.number}")
  private long number;

  RetryCommand(Counter counter) {
    this.counter = counter;
  }

  @Override
  public Integer call() {
    return counter.act(spec, "deposits/" + number + "/retry", JsonValue.EMPTY_JSON_OBJECT);
  }
}
