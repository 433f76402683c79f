package org.guichet.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/**
 * One line of the server's log, which is JSON.
 *
 * @param time as written there
 * @param logger without its packages
 * @param stack the stack trace, if there is one
 */
record LogLine(String time, String level, String logger, String message, Optional<String> stack) {

  /** Empty when the line is none of the log's: cut, or written by something else. */
  static Optional<LogLine> parse(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      JsonObject json = reader.readObject();
      String logger = json.getString("loggerName", "");
      return Optional.of(
          new LogLine(
              json.getString("timestamp", ""),
              json.getString("level", ""),
              logger.substring(logger.lastIndexOf('.') + 1),
              json.getString("message", ""),
              Optional.ofNullable(json.getString("stackTrace", null))
                  .map(String::strip)
                  .filter(text -> !text.isEmpty())));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  boolean isError() {
    return level.equals("ERROR") || level.equals("FATAL");
  }

  /** For people: one line, and below it what caused it: all of the stack trace or its core. */
  String readable(boolean traces) {
    String first = "%s %-5s %s: ".formatted(time, level, logger);
    return traces
        ? first + stack.map(trace -> message + "\n" + trace).orElse(message)
        : first + essence();
  }

  /** What it comes down to: the message and the innermost cause, without the frames. */
  String essence() {
    Optional<String> cause = stack.flatMap(LogLine::innermost);
    return cause.map(text -> message + "\n    " + text).orElse(message);
  }

  private static Optional<String> innermost(String stack) {
    int cause = stack.lastIndexOf("Caused by: ");
    String text = cause < 0 ? stack : stack.substring(cause);
    int frames = text.indexOf("\n\tat ");
    return Optional.of(frames < 0 ? text : text.substring(0, frames)).filter(t -> !t.isBlank());
  }
}
