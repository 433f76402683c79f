package org.guichet.cli.administration;

import jakarta.json.JsonValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resend ID}: a mail that didn't arrive leaves again. */
@Command(name = "resend", description = "${bundle:command.resend}")
final class ResendCommand implements Callable<Integer> {
  private final Counter counter;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "${bundle:option.mail}")
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private String id;

  ResendCommand(Counter counter) {
    this.counter = counter;
  }

  @Override
  public Integer call() {
    return counter.act(
        spec, "mails/" + Counter.encoded(id) + "/resend", JsonValue.EMPTY_JSON_OBJECT);
  }
}
