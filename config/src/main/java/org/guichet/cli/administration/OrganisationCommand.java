package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;
import static org.guichet.cli.administration.Table.Kind.WORD;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code org add}, {@code identify}, {@code list}, {@code suspend}, {@code resume}. */
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
          @Nullable String mode,
      @Mixin Identity identity) {
    JsonObject wish =
        Json.createObjectBuilder()
            .add("matricule", matricule)
            .add("name", name)
            .add("email", email)
            .add("language", Counter.orNull(Optional.ofNullable(language)))
            .add("contract", Counter.orNull(Optional.ofNullable(contract)))
            .add("mode", Counter.orNull(Optional.ofNullable(mode)))
            .addAll(identity.wish())
            .build();
    return counter.act(sub("add"), "organisations", wish);
  }

  @Command(description = "${bundle:command.org.identify}")
  int identify(
      @Parameters(paramLabel = "MATRICULE", description = "${bundle:option.matricule}")
          String matricule,
      @Mixin Identity identity) {
    return counter.act(
        sub("identify"),
        "organisations/" + Counter.encoded(matricule) + "/identity",
        identity.wish().build());
  }

  /** What identifies an organisation before the law. */
  static final class Identity {
    @Option(
        names = "--legal-name",
        paramLabel = "NAME",
        description = "${bundle:option.org.legalName}")
    @Nullable String legalName;

    @Option(names = "--seat", paramLabel = "ADDRESS", description = "${bundle:option.org.seat}")
    @Nullable String seat;

    @Option(names = "--siret", paramLabel = "NUMBER", description = "${bundle:option.org.siret}")
    @Nullable String siret;

    @Option(names = "--uai", paramLabel = "NUMBER", description = "${bundle:option.org.uai}")
    @Nullable String uai;

    @Option(names = "--ide", paramLabel = "NUMBER", description = "${bundle:option.org.ide}")
    @Nullable String ide;

    /** What was said; what wasn’t is left out. */
    JsonObjectBuilder wish() {
      JsonObjectBuilder said = Json.createObjectBuilder();
      add(said, "legalName", legalName);
      add(said, "seat", seat);
      add(said, "siret", siret);
      add(said, "uai", uai);
      add(said, "ide", ide);
      return said;
    }

    private static void add(JsonObjectBuilder said, String name, @Nullable String value) {
      if (value != null) {
        said.add(name, value);
      }
    }
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
