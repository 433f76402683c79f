package org.guichet.roster.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a file of people says and shouldn't, or should and doesn't.
 *
 * @param line in the file, from 1; 0 when it concerns no line
 * @param field what it is about; null when it concerns no field
 * @param value as the file says it, cut where it is long
 * @param arguments for the text, in its order
 */
public record RosterFinding(
    RosterCode code,
    RosterSeverity severity,
    long line,
    @Nullable RosterField field,
    String value,
    List<String> arguments) {
  private static final int LONGEST_VALUE = 200;

  public RosterFinding {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    arguments = List.copyOf(arguments);
  }

  public static RosterFinding at(RosterCode code, long line, String value, String... arguments) {
    return new RosterFinding(code, code.severity(), line, null, value, List.of(arguments));
  }

  public static RosterFinding in(
      RosterField field, RosterCode code, long line, String value, String... arguments) {
    return new RosterFinding(code, code.severity(), line, field, value, List.of(arguments));
  }

  public RosterFinding withSeverity(RosterSeverity other) {
    return new RosterFinding(code, other, line, field, value, arguments);
  }

  /** Whether its row, or its whole file, can't be imported. */
  public boolean blocks() {
    return severity == RosterSeverity.ROW || severity == RosterSeverity.FILE;
  }
}
