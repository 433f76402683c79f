package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.Set;
import org.guichet.flux.Complaints;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;

/**
 * A name is of Latin letters, hyphens, apostrophes, dots, and blanks between them. Digits are no
 * name; what else is odd may be one all the same.
 */
final class NameCharactersCheck implements PassageCheck {
  private static final int LETTER = 0;
  private static final int DIGIT = 1;
  private static final int ODD = 2;

  @Override
  public Set<FindingCode> codes() {
    return Set.of(FindingCode.DIGIT_IN_NAME, FindingCode.ODD_NAME, FindingCode.BLANKS_AROUND_NAME);
  }

  @Override
  public void check(Fields passage, LocalDate day, Complaints complaints) {
    for (Field field : NameFields.ALL) {
      String name = passage.get(field);
      if (name != null && !NameFields.blank(name)) {
        characters(name, field, complaints);
      }
    }
  }

  private static void characters(String name, Field field, Complaints complaints) {
    String stripped = NameFields.stripped(name);
    if (stripped.length() < name.length()) {
      complaints.add(FindingCode.BLANKS_AROUND_NAME, field, field.element(), stripped);
    }
    boolean digit = false;
    int odd = -1;
    for (int i = 0; i < stripped.length(); i += Character.charCount(stripped.codePointAt(i))) {
      int kind = kind(stripped.codePointAt(i));
      digit |= kind == DIGIT;
      odd = kind == ODD && odd < 0 ? stripped.codePointAt(i) : odd;
    }
    if (digit) {
      complaints.add(FindingCode.DIGIT_IN_NAME, field, field.element(), name);
    }
    if (odd >= 0) {
      complaints.add(FindingCode.ODD_NAME, field, field.element(), name, shown(odd));
    }
  }

  private static int kind(int character) {
    if ((character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z')) {
      return LETTER;
    }
    switch (character) {
      case ' ', '-', '\'', '.', '\u2019', '\u2010', '\u2011' -> {
        return LETTER;
      }
      default -> {
        return Character.isDigit(character) ? DIGIT : latin(character) ? LETTER : ODD;
      }
    }
  }

  /** Accents may be written as characters of their own, which belong to every script. */
  private static boolean latin(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK) {
      return Character.UnicodeScript.of(character) == Character.UnicodeScript.INHERITED;
    }
    return Character.isLetter(character)
        && Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
  }

  /** With its number, because some can't be seen. */
  private static String shown(int character) {
    String number = "U+%04X".formatted(character);
    return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
        ? number
        : Character.toString(character) + " (" + number + ")";
  }
}
