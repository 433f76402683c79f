package org.guichet.cli.administration;

import static org.guichet.cli.administration.Table.Kind.TEXT;
import static org.guichet.cli.administration.Table.Kind.TIME;
import static org.guichet.cli.administration.Table.Kind.WORD;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guichet.cli.ExitCode;
import org.guichet.cli.FailedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key add}, {@code add-password}, {@code list}, {@code stop}. */
@Command(name = "key", description = "${bundle:command.key}")
final class KeyCommand extends CommandGroup {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("name", TEXT),
          new Table.Column("kind", WORD),
          new Table.Column("fingerprint", TEXT),
          new Table.Column("scopes", WORD),
          new Table.Column("sources", TEXT),
          new Table.Column("status", WORD),
          new Table.Column("lastDay", TEXT),
          new Table.Column("lastUsedAt", TIME),
          new Table.Column("lastUsedFrom", TEXT));

  /** Far more than the largest public key. */
  private static final int MAX_BYTES = 32 * 1024;

  KeyCommand(Counter counter) {
    super(counter);
  }

  @Command(description = "${bundle:command.key.add}")
  int add(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.org}")
          String organisation,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "${bundle:option.key.name}")
          String name,
      @Option(
              names = "--scopes",
              split = ",",
              paramLabel = "SCOPE",
              description = "${bundle:option.scopes}")
          @Nullable List<String> scopes,
      @Option(
              names = "--expires",
              paramLabel = "YYYY-MM-DD",
              description = "${bundle:option.expires}")
          @Nullable String expires,
      @Option(
              names = "--from",
              split = ",",
              paramLabel = "ADDRESS",
              description = "${bundle:option.key.from}")
          @Nullable List<String> sources,
      @Parameters(paramLabel = "FILE.pub", description = "${bundle:option.file}") Path file) {
    JsonObject wish = terms(name, scopes, expires, sources).add("publicKey", content(file)).build();
    return counter.act(sub("add"), path(organisation), wish);
  }

  @Command(name = "add-password", description = "${bundle:command.key.add-password}")
  int addPassword(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.org}")
          String organisation,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "${bundle:option.key.name}")
          String name,
      @Option(
              names = "--scopes",
              split = ",",
              paramLabel = "SCOPE",
              description = "${bundle:option.scopes}")
          @Nullable List<String> scopes,
      @Option(
              names = "--expires",
              paramLabel = "YYYY-MM-DD",
              description = "${bundle:option.expires}")
          @Nullable String expires,
      @Option(
              names = "--from",
              split = ",",
              paramLabel = "ADDRESS",
              description = "${bundle:option.key.from}")
          @Nullable List<String> sources) {
    return counter.act(
        sub("add-password"),
        path(organisation) + "/passwords",
        terms(name, scopes, expires, sources).build());
  }

  private static JsonObjectBuilder terms(
      String name,
      @Nullable List<String> scopes,
      @Nullable String expires,
      @Nullable List<String> sources) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("scopes", Json.createArrayBuilder(scopes == null ? List.of() : scopes))
        .add("lastDay", Counter.orNull(Optional.ofNullable(expires)))
        .add("sources", Json.createArrayBuilder(sources == null ? List.of() : sources));
  }

  private String content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FailedException(ExitCode.USAGE, counter.texts().text("key.NO_FILE", file));
    }
  }

  @Command(description = "${bundle:command.key.list}")
  int list(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.org}")
          String organisation) {
    return counter.list(sub("list"), path(organisation), COLUMNS);
  }

  @Command(description = "${bundle:command.key.stop}")
  int stop(
      @Option(
              names = "--org",
              required = true,
              paramLabel = "MATRICULE",
              description = "${bundle:option.org}")
          String organisation,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "${bundle:option.key.name}")
          String name) {
    return counter.act(
        sub("stop"),
        path(organisation) + "/stop",
        Json.createObjectBuilder().add("name", name).build());
  }

  private static String path(String organisation) {
    return "organisations/" + Counter.encoded(organisation) + "/keys";
  }
}
