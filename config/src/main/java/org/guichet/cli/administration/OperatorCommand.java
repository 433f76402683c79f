package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;
import static org.guichet.cli.administration.Table.Kind.WORD;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code operator create}, {@code list}. */
@Command(name = "operator", description = "${bundle:command.operator}")
final class OperatorCommand extends CommandGroup {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("login", TEXT),
          new Table.Column("givenName", TEXT),
          new Table.Column("familyName", TEXT),
          new Table.Column("email", TEXT),
          new Table.Column("state", WORD),
          new Table.Column("lastSignInAt", TIME));

  OperatorCommand(Counter counter) {
    super(counter);
  }

  @Command(description = "${bundle:command.operator.create}")
  int create(
      @Option(
              names = "--given-name",
              required = true,
              paramLabel = "NAME",
              description = "${bundle:option.given-name}")
          String given,
      @Option(
              names = "--family-name",
              required = true,
              paramLabel = "NAME",
              description = "${bundle:option.family-name}")
          String family,
      @Option(
              names = "--email",
              required = true,
              paramLabel = "ADDRESS",
              description = "${bundle:option.operator.email}")
          String email,
      @Option(names = "--lang", paramLabel = "fr|en", description = "${bundle:option.lang}")
          @Nullable String language,
      @Option(names = "--group", paramLabel = "CODE", description = "${bundle:option.group}")
          @Nullable String group,
      @Option(
              names = "--roles",
              split = ",",
              paramLabel = "CODE",
              description = "${bundle:option.roles}")
          @Nullable List<String> roles) {
    JsonObject wish =
        Json.createObjectBuilder()
            .add("givenName", given)
            .add("familyName", family)
            .add("email", email)
            .add("language", Counter.orNull(Optional.ofNullable(language)))
            .add("group", Counter.orNull(Optional.ofNullable(group)))
            .add("roles", Json.createArrayBuilder(roles == null ? List.of() : roles))
            .build();
    return counter.act(sub("create"), "operators", wish);
  }

  @Command(description = "${bundle:command.operator.list}")
  int list() {
    return counter.list(sub("list"), "operators", COLUMNS);
  }
}
