package org.guichet.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of the server's log, which is JSON.
 *
 * @param time as written there
 * @param logger without its packages
 * @param stack the stack trace, if there is one
 */
record LogLine(String time, String level, String logger, String message, Optional<String> stack) {
  private static final int CAUSES = 2;

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

  /** What it comes down to: the message and the two innermost causes, without the frames. */
  String essence() {
    return stack
        .map(LogLine::innermost)
        .filter(causes -> !causes.isEmpty())
        .map(causes -> message + "\n    " + String.join("\n    ", causes))
        .orElse(message);
  }

  private static List<String> innermost(String stack) {
    List<String> causes =
        Arrays.stream(stack.split("\nCaused by: ", -1))
            .map(LogLine::withoutFrames)
            .filter(text -> !text.isBlank())
            .toList();
    return causes.subList(Math.max(0, causes.size() - CAUSES), causes.size());
  }

  private static String withoutFrames(String part) {
    int frames = part.indexOf("\n\tat ");
    return (frames < 0 ? part : part.substring(0, frames)).strip();
  }
}
