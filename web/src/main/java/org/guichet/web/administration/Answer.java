package org.guichet.web.administration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What the endpoint says to anything: {@code {"outcome", "code", "messages", "rows"}}.
 *
 * @param status of HTTP
 * @param code stable name of what happened, for programs; empty when there is nothing to tell apart
 * @param messages for people, in their language
 * @param rows what was asked for or changed
 */
record Answer(
    Outcome outcome, int status, String code, List<String> messages, List<JsonObject> rows) {
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

  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;
  private static final int FAULT = 500;

  Answer {
    messages = List.copyOf(messages);
    rows = List.copyOf(rows);
  }

  static Answer rows(List<JsonObject> rows) {
    return new Answer(Outcome.DONE, OK, "", List.of(), rows);
  }

  static Answer done(String code, String message, JsonObject... rows) {
    return new Answer(Outcome.DONE, OK, code, List.of(message), List.of(rows));
  }

  static Answer unchanged(String code, String message, JsonObject... rows) {
    return new Answer(Outcome.UNCHANGED, OK, code, List.of(message), List.of(rows));
  }

  /** What was written can't be taken as it is. */
  static Answer refused(String code, List<String> messages) {
    return refused(UNPROCESSABLE, code, messages);
  }

  static Answer refused(int status, String code, List<String> messages) {
    return new Answer(Outcome.REFUSED, status, code, messages, List.of());
  }

  static Answer failed(String incident, String message) {
    return new Answer(Outcome.FAILED, FAULT, incident, List.of(message), List.of());
  }

  /** The same, with one more thing said. */
  Answer saying(String message) {
    List<String> more = new ArrayList<>(messages);
    more.add(message);
    return new Answer(outcome, status, code, more, rows);
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
}
