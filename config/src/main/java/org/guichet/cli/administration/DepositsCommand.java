package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.NUMBER;
import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;
import static org.guichet.cli.administration.Table.Kind.WORD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deposits}: the newest first. */
@Command(name = "deposits", description = "${bundle:command.deposits}")
final class DepositsCommand implements Callable<Integer> {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("number", NUMBER),
          new Table.Column("receivedAt", TIME),
          new Table.Column("sender", TEXT),
          new Table.Column("fileName", TEXT),
          new Table.Column("kind", WORD),
          new Table.Column("status", WORD),
          new Table.Column("accepted", NUMBER),
          new Table.Column("rejected", NUMBER),
          new Table.Column("refusal", TEXT));

  private final Counter counter;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Option(names = "--org", paramLabel = "MATRICULE", description = "${bundle:option.deposits.org}")
  private @Nullable String organisation;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "${bundle:option.deposits.status}")
  private @Nullable String status;

  @Option(names = "--limit", paramLabel = "N", description = "${bundle:option.deposits.limit}")
  private @Nullable Integer limit;

  DepositsCommand(Counter counter) {
    this.counter = counter;
  }

  @Override
  public Integer call() {
    Map<String, String> filters = new LinkedHashMap<>();
    Optional.ofNullable(organisation).ifPresent(value -> filters.put("organisation", value));
    Optional.ofNullable(status).ifPresent(value -> filters.put("status", value));
    Optional.ofNullable(limit).ifPresent(value -> filters.put("limit", value.toString()));
    String query =
        filters.entrySet().stream()
            .map(filter -> filter.getKey() + "=" + Counter.encoded(filter.getValue()))
            .collect(Collectors.joining("&"));
    return counter.list(spec, query.isEmpty() ? "deposits" : "deposits?" + query, COLUMNS);
  }
}
