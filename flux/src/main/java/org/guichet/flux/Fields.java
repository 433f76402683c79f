package org.guichet.flux;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one passage or certification, as they were written, and where they stand. What is
 * absent, nil, empty, too long, comes twice or holds elements has no value.
 */
public final class Fields {
  private final Map<Field, Value> values = new EnumMap<>(Field.class);

  /**
   * One element.
   *
   * @param line on which its start tag ends
   * @param column behind its start tag
   */
  private record Value(@Nullable String text, int line, int column) {}

  /** As written, blanks included; null where there is none. */
  public @Nullable String get(Field field) {
    Value value = values.get(field);
    return value == null ? null : value.text;
  }

  /** Without the blanks around it, which the schema takes around numbers and dates. */
  public String stripped(Field field) {
    String text = get(field);
    return text == null ? "" : text.strip();
  }

  /** The first of several that has a value: branches of which a file holds one. */
  public @Nullable String firstOf(Field... fields) {
    for (Field field : fields) {
      String text = get(field);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Whether there is such an element, with a value or without. */
  public boolean present(Field field) {
    return values.containsKey(field);
  }

  /**
   * The line in the file, from 1, on which its start tag ends; 0 where there is no such element.
   */
  public int line(Field field) {
    Value value = values.get(field);
    return value == null ? 0 : value.line;
  }

  /** The column behind its start tag, from 1; 0 where there is no such element. */
  public int column(Field field) {
    Value value = values.get(field);
    return value == null ? 0 : value.column;
  }

  /** An element closed; the second of its name takes the value from the first, not its place. */
  void put(Field field, @Nullable String text, int line, int column) {
    Value first = values.get(field);
    values.put(
        field,
        first == null ? new Value(text, line, column) : new Value(null, first.line, first.column));
  }
}
