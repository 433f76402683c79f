package org.guichet.web.administration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What the endpoint says to anything: {@code {"outcome", "code", "messages", "rows"}}.
 *
 * @param code stable name of what happened, for programs; empty when there is nothing to tell apart
 * @param messages for people, in their language
 * @param rows what was asked for or changed
 */
record Answer(Outcome outcome, String code, List<String> messages, List<JsonObject> rows) {
  /** How it went; what the command line's exit code is made of. */
  enum Outcome {
    DONE("done"),
    /** It was so already. */
    UNCHANGED("unchanged"),
    REFUSED("refused"),
    /** A fault of ours; the incident is in the log. */
    FAILED("failed");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }
  }

  /** Refusals: of what was written, and of what the desk's state doesn't allow. */
  private static final int UNPROCESSABLE = 422;

  Answer {
    messages = List.copyOf(messages);
    rows = List.copyOf(rows);
  }

  static Answer rows(List<JsonObject> rows) {
    return new Answer(Outcome.DONE, "", List.of(), rows);
  }

  static Answer done(String code, String message, JsonObject... rows) {
    return new Answer(Outcome.DONE, code, List.of(message), List.of(rows));
  }

  static Answer unchanged(String code, String message, JsonObject... rows) {
    return new Answer(Outcome.UNCHANGED, code, List.of(message), List.of(rows));
  }

  static Answer refused(String code, String... messages) {
    return new Answer(Outcome.REFUSED, code, List.of(messages), List.of());
  }

  JsonObject toJson() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    rows.forEach(list::add);
    return Json.createObjectBuilder()
        .add("outcome", outcome.word)
        .add("code", code.isEmpty() ? JsonValue.NULL : Json.createValue(code))
        .add("messages", Json.createArrayBuilder(messages))
        .add("rows", list)
        .build();
  }

  Response toResponse() {
    return toResponse(
        switch (outcome) {
          case DONE, UNCHANGED -> Response.Status.OK.getStatusCode();
          case REFUSED -> UNPROCESSABLE;
          case FAILED -> Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
        });
  }

  Response toResponse(int status) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
        .entity(toJson().toString())
        .build();
  }
}
