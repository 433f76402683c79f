package org.guichet.flux;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a file, as a value; worded at the edge in the reader's language.
 *
 * @param line in the file, from 1; 0 when the finding has no place
 * @param column in the line, from 1; 0 when the finding has no place
 * @param path XPath of the element, local names with positions; empty when unknown
 * @param value what the file says there; null when it says nothing, or the finding isn't about one
 *     value
 * @param arguments what the text of the code quotes; for what the parser says, its French wording
 */
public record Finding(
    FindingCode code,
    Severity severity,
    int line,
    int column,
    String path,
    @Nullable String value,
    List<String> arguments) {
  public Finding {
    arguments = List.copyOf(arguments);
  }

  /** A finding that isn't about one value. */
  public Finding(
      FindingCode code,
      Severity severity,
      int line,
      int column,
      String path,
      List<String> arguments) {
    this(code, severity, line, column, path, null, arguments);
  }

  Finding withSeverity(Severity other) {
    return new Finding(code, other, line, column, path, value, arguments);
  }

  /** Whether it keeps something from being accepted. */
  public boolean blocks() {
    return severity != Severity.WARNING;
  }
}
