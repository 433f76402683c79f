package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;
import static org.guichet.cli.administration.Table.Kind.WORD;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code org add}, {@code list}, {@code suspend}, {@code resume}. */
@Command(name = "org", description = "${bundle:command.org}")
final class OrganisationCommand extends CommandGroup {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("matricule", TEXT),
          new Table.Column("name", TEXT),
          new Table.Column("email", TEXT),
          new Table.Column("language", TEXT),
          new Table.Column("mode", WORD),
          new Table.Column("contracts", TEXT),
          new Table.Column("state", WORD),
          new Table.Column("createdAt", TIME));

  OrganisationCommand(Counter counter) {
    super(counter);
  }

  @Command(description = "${bundle:command.org.add}")
  int add(
      @Option(
              names = "--matricule",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.matricule}")
          String matricule,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "${bundle:option.org.name}")
          String name,
      @Option(
              names = "--email",
              required = true,
              paramLabel = "ADDRESS",
              description = "${bundle:option.email}")
          String email,
      @Option(names = "--lang", paramLabel = "fr|en", description = "${bundle:option.lang}")
          @Nullable String language,
      @Option(
              names = "--contract",
              paramLabel = "NUMBER",
              description = "${bundle:option.contract}")
          @Nullable String contract,
      @Option(
              names = "--mode",
              paramLabel = "strict|by-passage",
              description = "${bundle:option.mode}")
          @Nullable String mode) {
    JsonObject wish =
        Json.createObjectBuilder()
            .add("matricule", matricule)
            .add("name", name)
            .add("email", email)
            .add("language", Counter.orNull(Optional.ofNullable(language)))
            .add("contract", Counter.orNull(Optional.ofNullable(contract)))
            .add("mode", Counter.orNull(Optional.ofNullable(mode)))
            .build();
    return counter.act(sub("add"), "organisations", wish);
  }

  @Command(description = "${bundle:command.org.list}")
  int list() {
    return counter.list(sub("list"), "organisations", COLUMNS);
  }

  @Command(description = "${bundle:command.org.suspend}")
  int suspend(
      @Parameters(paramLabel = "MATRICULE", description = "${bundle:option.matricule}")
          String matricule) {
    return move("suspend", matricule);
  }

  @Command(description = "${bundle:command.org.resume}")
  int resume(
      @Parameters(paramLabel = "MATRICULE", description = "${bundle:option.matricule}")
          String matricule) {
    return move("resume", matricule);
  }

  @Command(description = "${bundle:command.org.code}")
  int code(
      @Parameters(paramLabel = "MATRICULE", description = "${bundle:option.matricule}")
          String matricule) {
    return counter.act(
        sub("code"),
        "organisations/" + Counter.encoded(matricule) + "/registration-code",
        JsonValue.EMPTY_JSON_OBJECT);
  }

  private int move(String verb, String matricule) {
    return counter.act(
        sub(verb),
        "organisations/" + Counter.encoded(matricule) + "/" + verb,
        JsonValue.EMPTY_JSON_OBJECT);
  }
}
