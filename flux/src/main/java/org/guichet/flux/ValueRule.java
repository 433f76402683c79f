package org.guichet.flux;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the schema says of the text of an element.
 *
 * @param allowed the only texts there may be; empty when it isn't a choice
 * @param minLength in characters; 0 when the schema doesn't say
 * @param maxLength in characters; {@link Integer#MAX_VALUE} when the schema doesn't say
 * @param minimum of a whole number; {@link Integer#MIN_VALUE} when the schema doesn't say
 * @param maximum of a whole number; {@link Integer#MAX_VALUE} when the schema doesn't say
 * @param pattern a regular expression for the whole text, the same to Java and XML Schema
 */
public record ValueRule(
    Type type,
    List<String> allowed,
    int minLength,
    int maxLength,
    int minimum,
    int maximum,
    @Nullable String pattern) {
  public ValueRule {
    allowed = List.copyOf(allowed);
  }

  /** What kind of text it is; blanks around it matter in {@link #TEXT} only. */
  public enum Type {
    TEXT,
    /** A whole number. */
    INTEGER,
    /** {@code true}, {@code false}, {@code 1} or {@code 0}. */
    BOOLEAN,
    /** {@code 2026-01-31}, in the calendar. */
    DATE,
    /** {@code 2026-01-31T11:43:27+01:00}, in the calendar. */
    DATE_TIME
  }
}
