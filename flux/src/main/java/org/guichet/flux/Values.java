package org.guichet.flux;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the text of fields while elements open and close. A field that is empty, too long, holds
 * elements or comes twice has no value.
 */
final class Values {
  private final Map<Field, String> values = new EnumMap<>(Field.class);
  private final Set<Field> met = EnumSet.noneOf(Field.class);
  private final StringBuilder text = new StringBuilder();
  private @Nullable Field open;

  /** An element opens; when it isn't a field it spoils the one that is open. */
  void enter(@Nullable Field field) {
    open = field;
    text.setLength(0);
  }

  void append(char[] characters, int start, int length) {
    if (open != null) {
      int room = open.maxLength() + 1 - text.length();
      text.append(characters, start, Math.min(room, length));
    }
  }

  /** An element closes. */
  void leave(@Nullable Field field) {
    if (field == null) {
      return;
    }
    boolean fit = field == open && !text.isEmpty() && text.length() <= field.maxLength();
    open = null;
    if (!met.add(field)) {
      values.remove(field);
    } else if (fit) {
      values.put(field, text.toString());
    }
  }

  @Nullable String get(Field field) {
    return values.get(field);
  }

  /** The first of several fields that has a value: branches of which a file holds one. */
  @Nullable String firstOf(Field... fields) {
    for (Field field : fields) {
      String value = values.get(field);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  void forget(Collection<Field> fields) {
    values.keySet().removeAll(fields);
    met.removeAll(fields);
  }
}
