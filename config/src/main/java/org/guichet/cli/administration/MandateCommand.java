package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;
import static org.guichet.cli.administration.Table.Kind.WORD;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mandate add}, {@code list}, {@code revoke}. */
@Command(name = "mandate", description = "${bundle:command.mandate}")
final class MandateCommand extends CommandGroup {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("certifier", TEXT),
          new Table.Column("certifierName", TEXT),
          new Table.Column("depositor", TEXT),
          new Table.Column("depositorName", TEXT),
          new Table.Column("from", TEXT),
          new Table.Column("until", TEXT),
          new Table.Column("inForce", WORD),
          new Table.Column("revokedAt", TIME));

  MandateCommand(Counter counter) {
    super(counter);
  }

  @Command(description = "${bundle:command.mandate.add}")
  int add(
      @Option(
              names = "--certifier",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.certifier}")
          String certifier,
      @Option(
              names = "--depositor",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.depositor}")
          String depositor,
      @Option(
              names = "--from",
              required = true,
              paramLabel = "YYYY-MM-DD",
              description = "${bundle:option.from}")
          String from,
      @Option(names = "--until", paramLabel = "YYYY-MM-DD", description = "${bundle:option.until}")
          @Nullable String until) {
    return counter.act(
        sub("add"),
        "mandates",
        between(certifier, depositor)
            .add("from", from)
            .add("until", Counter.orNull(Optional.ofNullable(until)))
            .build());
  }

  @Command(description = "${bundle:command.mandate.list}")
  int list(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.mandate.org}")
          String organisation) {
    return counter.list(
        sub("list"), "mandates?organisation=" + Counter.encoded(organisation), COLUMNS);
  }

  @Command(description = "${bundle:command.mandate.revoke}")
  int revoke(
      @Option(
              names = "--certifier",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.certifier}")
          String certifier,
      @Option(
              names = "--depositor",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.depositor}")
          String depositor) {
    return counter.act(sub("revoke"), "mandates/revoke", between(certifier, depositor).build());
  }

  private static JsonObjectBuilder between(String certifier, String depositor) {
    return Json.createObjectBuilder().add("certifier", certifier).add("depositor", depositor);
  }
}
