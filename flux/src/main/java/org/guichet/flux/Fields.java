package org.guichet.flux;

import org.jspecify.annotations.Nullable;

/**
 * The values of one passage or certification, as they were written, and where they stand. What is
 * absent, nil, empty, too long, comes twice or holds elements has no value.
 */
public final class Fields {
  private static final int ALL = Field.values().length;

  private final @Nullable String[] texts = new String[ALL];
  private final int[] lines = new int[ALL]; // on which start tags end; 0 where there is none
  private final int[] columns = new int[ALL]; // behind start tags

  /** As written, blanks included; null where there is none. */
  public @Nullable String get(Field field) {
    return texts[index(field)];
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
    return lines[index(field)] != 0;
  }

  /**
   * The line in the file, from 1, on which its start tag ends; 0 where there is no such element.
   */
  public int line(Field field) {
    return lines[index(field)];
  }

  /** The column behind its start tag, from 1; 0 where there is no such element. */
  public int column(Field field) {
    return columns[index(field)];
  }

  /**
   * An element closed; the second of its name takes the value from the first, not its place.
   *
   * @param line from 1
   */
  void put(Field field, @Nullable String text, int line, int column) {
    int i = index(field);
    if (lines[i] != 0) {
      texts[i] = null;
      return;
    }
    texts[i] = text;
    lines[i] = line;
    columns[i] = column;
  }

  /** Each value of each passage comes by here: maps took a tenth of the reading. */
  @SuppressWarnings("EnumOrdinal")
  private static int index(Field field) {
    return field.ordinal();
  }
}
