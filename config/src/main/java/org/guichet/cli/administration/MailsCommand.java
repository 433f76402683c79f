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

/** {@code mails}: what became of each, the newest first. */
@Command(name = "mails", description = "${bundle:command.mails}")
final class MailsCommand implements Callable<Integer> {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("id", TEXT),
          new Table.Column("postedAt", TIME),
          new Table.Column("to", TEXT),
          new Table.Column("subject", TEXT),
          new Table.Column("state", WORD),
          new Table.Column("attempts", NUMBER),
          new Table.Column("nextTryAt", TIME),
          new Table.Column("failure", WORD),
          new Table.Column("answer", TEXT),
          new Table.Column("words", TEXT));

  private final Counter counter;

  @Spec
  @SuppressWarnings("NullAway.Init") // filled by picocli
  private CommandSpec spec;

  @Option(names = "--org", paramLabel = "MATRICULE", description = "${bundle:option.mails.org}")
  private @Nullable String organisation;

  @Option(names = "--state", paramLabel = "STATE", description = "${bundle:option.mails.state}")
  private @Nullable String state;

  @Option(names = "--limit", paramLabel = "N", description = "${bundle:option.deposits.limit}")
  private @Nullable Integer limit;

  MailsCommand(Counter counter) {
    this.counter = counter;
  }

  @Override
  public Integer call() {
    Map<String, String> filters = new LinkedHashMap<>();
    Optional.ofNullable(organisation).ifPresent(value -> filters.put("organisation", value));
    Optional.ofNullable(state).ifPresent(value -> filters.put("state", value));
    Optional.ofNullable(limit).ifPresent(value -> filters.put("limit", value.toString()));
    String query =
        filters.entrySet().stream()
            .map(filter -> filter.getKey() + "=" + Counter.encoded(filter.getValue()))
            .collect(Collectors.joining("&"));
    return counter.list(spec, query.isEmpty() ? "mails" : "mails?" + query, COLUMNS);
  }
}
