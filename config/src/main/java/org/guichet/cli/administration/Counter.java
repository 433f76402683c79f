package org.guichet.cli.administration;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.guichet.cli.ExitCode;
import org.guichet.cli.FailedException;
import picocli.CommandLine.Model.CommandSpec;

/** Where commands are handed in: asks the server, shows its answer, and tells the exit code. */
final class Counter {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);

  /** Some work reads a whole disk before it answers. */
  private static final Duration TO_ANSWER_AT_LENGTH = Duration.ofDays(2);

  private final AdministrationContext context;
  private final Texts texts;

  Counter(AdministrationContext context, Texts texts) {
    this.context = context;
    this.texts = texts;
  }

  Texts texts() {
    return texts;
  }

  /** Asks for rows and shows them in columns. */
  int list(CommandSpec command, String path, List<Table.Column> columns) {
    Reply reply = ask("GET", path, BodyPublishers.noBody(), TO_ANSWER);
    if (reply.good() && !context.json()) {
      PrintWriter out = command.commandLine().getOut();
      out.println(
          reply.rows().isEmpty()
              ? texts.text("list.EMPTY")
              : Table.of(texts, columns, reply.rows()));
    }
    return tell(command, reply);
  }

  /** Asks for something to be done, and shows what became of it. */
  int act(CommandSpec command, String path, JsonObject wish) {
    return tell(command, ask("POST", path, BodyPublishers.ofString(wish.toString()), TO_ANSWER));
  }

  /** Asks for work that may take hours, and shows what it found, however that is to be judged. */
  int report(CommandSpec command, String path, JsonObject wish, List<Table.Column> columns) {
    BodyPublisher body = BodyPublishers.ofString(wish.toString());
    Reply reply = ask("POST", path, body, TO_ANSWER_AT_LENGTH);
    if (!reply.rows().isEmpty() && !context.json()) {
      command.commandLine().getOut().println(Table.of(texts, columns, reply.rows()));
    }
    return tell(command, reply);
  }

  private int tell(CommandSpec command, Reply reply) {
    PrintWriter out = command.commandLine().getOut();
    if (context.json()) {
      out.println(reply.envelope());
    } else {
      PrintWriter to = reply.good() ? out : command.commandLine().getErr();
      reply.messages().forEach(message -> to.println(Table.harmless(message)));
    }
    return reply.good() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private Reply ask(String method, String path, BodyPublisher body, Duration patience) {
    ServerDoor door = ServerDoor.of(context.data(), texts).orElseThrow(this::down);
    // Always this machine, and never through a proxy: the key must not travel.
    URI address = URI.create("http://127.0.0.1:" + door.port() + "/administration/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .method(method, body)
            .header("Authorization", "Bearer " + door.token())
            .header("Accept-Language", texts.language().toLanguageTag())
            .header("Content-Type", "application/json")
            .timeout(patience)
            .build();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(TO_CONNECT)
            .build();
    try {
      return read(door, client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (ConnectException e) {
      throw down();
    } catch (IOException e) {
      throw new FailedException(
          ExitCode.REFUSED, texts.text("server.SILENT", door, String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException(ExitCode.REFUSED, texts.text("server.INTERRUPTED"));
    }
  }

  /** Whatever isn't our envelope comes from another program, or a server of another data folder. */
  private Reply read(ServerDoor door, HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      JsonObject envelope = reader.readObject();
      if (envelope.containsKey("outcome")) {
        return new Reply(envelope);
      }
    } catch (JsonException e) {
      throw stranger(door, response);
    }
    throw stranger(door, response);
  }

  private FailedException stranger(ServerDoor door, HttpResponse<String> response) {
    return new FailedException(
        ExitCode.REFUSED,
        texts.text(
            "server.STRANGER", door, Integer.toString(response.statusCode()), context.data()));
  }

  private FailedException down() {
    return new FailedException(ExitCode.DOWN, texts.text("server.DOWN", context.data()));
  }

  /** A part of a path, or of a query, that somebody typed. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static JsonValue orNull(Optional<String> text) {
    return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
  }
}
