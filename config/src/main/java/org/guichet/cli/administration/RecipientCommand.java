package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;
import static org.guichet.cli.administration.Table.Kind.WORD;

import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recipient add}, {@code list}, {@code remove}. */
@Command(name = "recipient", description = "${bundle:command.recipient}")
final class RecipientCommand extends CommandGroup {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("address", TEXT),
          new Table.Column("language", TEXT),
          new Table.Column("receipts", WORD),
          new Table.Column("when", WORD),
          new Table.Column("addedAt", TIME));

  RecipientCommand(Counter counter) {
    super(counter);
  }

  @Command(description = "${bundle:command.recipient.add}")
  int add(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.org}")
          String organisation,
      @Option(
              names = "--email",
              required = true,
              paramLabel = "ADDRESS",
              description = "${bundle:option.recipient.email}")
          String address,
      @Option(names = "--lang", paramLabel = "LANGUAGE", description = "${bundle:option.lang}")
          @Nullable String language,
      @Option(
              names = "--receipts",
              split = ",",
              paramLabel = "RECEIPT",
              description = "${bundle:option.recipient.receipts}")
          @Nullable List<String> receipts,
      @Option(
              names = "--when",
              paramLabel = "WHEN",
              description = "${bundle:option.recipient.when}")
          @Nullable String when) {
    return counter.act(
        sub("add"),
        path(organisation),
        Json.createObjectBuilder()
            .add("address", address)
            .add("language", Counter.orNull(Optional.ofNullable(language)))
            .add("receipts", Json.createArrayBuilder(receipts == null ? List.of() : receipts))
            .add("when", Counter.orNull(Optional.ofNullable(when)))
            .build());
  }

  @Command(description = "${bundle:command.recipient.list}")
  int list(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.org}")
          String organisation) {
    return counter.list(sub("list"), path(organisation), COLUMNS);
  }

  @Command(description = "${bundle:command.recipient.remove}")
  int remove(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.org}")
          String organisation,
      @Option(
              names = "--email",
              required = true,
              paramLabel = "ADDRESS",
              description = "${bundle:option.recipient.email}")
          String address) {
    return counter.act(
        sub("remove"),
        path(organisation) + "/remove",
        Json.createObjectBuilder().add("address", address).build());
  }

  private static String path(String organisation) {
    return "organisations/" + Counter.encoded(organisation) + "/recipients";
  }
}
