package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.NUMBER;
import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;

import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit verify}, {@code list}, {@code head}. */
@Command(name = "audit", description = "${bundle:command.audit}")
final class AuditCommand extends CommandGroup {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("position", NUMBER),
          new Table.Column("at", TIME),
          new Table.Column("deed", TEXT),
          new Table.Column("subject", TEXT),
          new Table.Column("actor", TEXT),
          new Table.Column("origin", TEXT));
  private static final List<Table.Column> HEAD =
      List.of(new Table.Column("position", NUMBER), new Table.Column("sha256", TEXT));

  AuditCommand(Counter counter) {
    super(counter);
  }

  @Command(description = "${bundle:command.audit.verify}")
  int verify() {
    return counter.act(sub("verify"), "audit/verify", JsonValue.EMPTY_JSON_OBJECT);
  }

  @Command(description = "${bundle:command.audit.list}")
  int list(
      @Option(names = "--limit", paramLabel = "N", description = "${bundle:option.audit.limit}")
          @Nullable Integer limit) {
    return counter.list(sub("list"), limit == null ? "audit" : "audit?limit=" + limit, COLUMNS);
  }

  @Command(description = "${bundle:command.audit.head}")
  int head() {
    return counter.list(sub("head"), "audit/head", HEAD);
  }
}
