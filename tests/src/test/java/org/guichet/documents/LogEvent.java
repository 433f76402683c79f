package org.guichet.documents;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line that the code may log, as its source has it.
 *
 * @param teller simple name of the class
 */
record LogEvent(String code, String level, String text, String teller) {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b(?:log|LOG|logger)\\s*\\.(error|warn|info|debug|trace)\\(\\s*"
              + "\"([A-Z]{3}-\\d{3}) ((?:[^\"\\\\]|\\\\.)*)\"((?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)");
  private static final Pattern JOINT = Pattern.compile("\\s*\\+\\s*\"|\"");

  static List<LogEvent> all() {
    return Repository.mainSources().stream()
        .flatMap(LogEvent::in)
        .sorted(Comparator.comparing(LogEvent::code).thenComparing(LogEvent::teller))
        .toList();
  }

  private static Stream<LogEvent> in(Path source) {
    String teller = source.getFileName().toString().replace(".java", "");
    return STATEMENT
        .matcher(Repository.read(source))
        .results()
        .map(
            found ->
                new LogEvent(
                    found.group(2),
                    found.group(1).toUpperCase(Locale.ROOT),
                    found.group(3) + JOINT.matcher(found.group(4)).replaceAll(""),
                    teller));
  }
}
