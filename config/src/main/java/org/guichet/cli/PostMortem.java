package org.guichet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in the logs of the last start why it failed. */
final class PostMortem {
  private static final String FIRST_LINE = "WFLYSRV0049"; // the application server's first words
  // What it says last, about all that it said before.
  private static final Predicate<String> SUMMARY =
      Pattern.compile("^(WFLYCTL0013|WFLYSRV0026)").asPredicate();
  private static final int MOST_LINES = 12;

  private final DataFolder data;

  PostMortem(DataFolder data) {
    this.data = data;
  }

  /** The errors since the last start, without stack frames; else the last words of the JVM. */
  String words() {
    List<LogLine> lines =
        lines(data.serverLog()).stream().map(LogLine::parse).flatMap(Optional::stream).toList();
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).message().startsWith(FIRST_LINE)) {
        start = i;
      }
    }
    List<String> errors =
        lines.subList(start, lines.size()).stream()
            .filter(LogLine::isError)
            .map(LogLine::essence)
            .distinct()
            .toList();
    List<String> causes = errors.stream().filter(SUMMARY.negate()).limit(MOST_LINES).toList();
    List<String> told = causes.isEmpty() ? errors : causes;
    return (told.isEmpty() ? lastOf(lines(data.consoleLog())) : told)
        .stream().map(line -> "  " + line.replace("\n", "\n  ")).collect(Collectors.joining("\n"));
  }

  private static List<String> lastOf(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
