package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.WORD;

import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reconcile}: what store, rows and outboxes disagree about. */
@Command(name = "reconcile", description = "${bundle:command.reconcile}")
final class ReconcileCommand implements Callable<Integer> {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("code", TEXT),
          new Table.Column("about", TEXT),
          new Table.Column("outcome", WORD),
          new Table.Column("what", TEXT),
          new Table.Column("mend", TEXT));

  private final Counter counter;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Option(names = "--deep", description = "${bundle:option.deep}")
  private boolean deep;

  ReconcileCommand(Counter counter) {
    this.counter = counter;
  }

  @Override
  public Integer call() {
    Optional<String> bytes = deep ? Optional.of("all") : Optional.empty();
    return counter.report(
        spec,
        "reconcile",
        Json.createObjectBuilder().add("bytes", Counter.orNull(bytes)).build(),
        COLUMNS);
  }
}
