package org.guichet.flux.check;

import java.util.List;
import org.guichet.flux.Field;

/** Where a passage names people, whichever way it says who they are. */
final class NameFields {
  static final List<Field> ALL =
      List.of(
          Field.LAST_NAME,
          Field.USAGE_NAME,
          Field.FIRST_NAME,
          Field.SECOND_NAME,
          Field.THIRD_NAME,
          Field.LAST_NAME_IN_DOSSIER,
          Field.FIRST_NAME_IN_DOSSIER,
          Field.LAST_NAME_WITH_NIR);

  private NameFields() {}

  /** Any kind of blank, also one that doesn't break lines. */
  static boolean blank(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  static boolean blank(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!blank(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Without the blanks around it. */
  static String stripped(String name) {
    int first = 0;
    int end = name.length();
    while (first < end && blank(name.charAt(first))) {
      first++;
    }
    while (end > first && blank(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(first, end);
  }
}
