package org.guichet.flux;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the text of fields while elements open and close. A field that is empty, too long, holds
 * elements or comes twice has no value.
 */
final class Values {
  private final Map<Field.Scope, Fields> fields = new EnumMap<>(Field.Scope.class);
  private final StringBuilder text = new StringBuilder();
  private @Nullable Field open;
  private int line;
  private int column;

  /** What this scope's values were is forgotten here; whoever has them keeps them. */
  void begin(Field.Scope scope) {
    fields.put(scope, new Fields());
  }

  Fields of(Field.Scope scope) {
    return fields.computeIfAbsent(scope, s -> new Fields());
  }

  @Nullable String get(Field field) {
    return of(field.scope()).get(field);
  }

  /**
   * An element opens; when it isn't a field it spoils the one that is open.
   *
   * @param atLine where its start tag ends
   * @param atColumn behind its start tag
   */
  void enter(@Nullable Field field, int atLine, int atColumn) {
    settle(null);
    open = field;
    line = Math.max(1, atLine);
    column = Math.max(0, atColumn);
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
    boolean fit =
        field != null && field == open && !text.isEmpty() && text.length() <= field.maxLength();
    settle(fit ? text.toString() : null);
  }

  private void settle(@Nullable String value) {
    if (open != null) {
      of(open.scope()).put(open, value, line, column);
      open = null;
    }
  }
}
