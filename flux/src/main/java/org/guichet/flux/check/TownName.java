package org.guichet.flux.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A name of a town or country, so that ways of writing it compare equal: neither case, accents,
 * hyphens, apostrophes and blanks count, nor an article in front; ST is SAINT, and S in the middle
 * is SUR.
 */
final class TownName {
  private static final Set<String> OF_DISTRICTS =
      Set.of("E", "ER", "EME", "IEME", "ND", "ARRONDISSEMENT", "ARRDT", "ARDT", "ARR", "CEDEX");

  /** A shorter beginning of a name says too little. */
  private static final int SHORTEST_BEGINNING = 5;

  private static final int FIRST_ACCENTED = 0xC0;
  private static final char[] WITHOUT_ACCENT = withoutAccent();

  private final String text;
  private final String folded;

  private TownName(String text, String folded) {
    this.text = text;
    this.folded = folded;
  }

  static TownName of(String text) {
    return new TownName(text, fold(text));
  }

  /** What names that are the same have in common. */
  String folded() {
    return folded;
  }

  boolean empty() {
    return folded.isEmpty();
  }

  /**
   * Whether this may be meant for another name: it is the beginning of it, or adds a district or
   * something in parentheses.
   */
  boolean maybe(String otherFolded) {
    int parenthesis = text.indexOf('(');
    String before = parenthesis > 0 ? text.substring(0, parenthesis) : text;
    String plain = joined(withoutDistrict(tokens(before)));
    return otherFolded.equals(plain)
        || (plain.length() >= SHORTEST_BEGINNING
            && otherFolded.startsWith(plain)
            && !plain.equals("SAINT")
            && !plain.equals("SAINTE"));
  }

  /** Like {@code 12}, {@code 3EME ARRONDISSEMENT}, {@code CEDEX 08} or {@code XII} at the end. */
  private static List<String> withoutDistrict(List<String> tokens) {
    int end = tokens.size();
    while (end > 1 && ofDistrict(tokens.get(end - 1))) {
      end--;
    }
    return tokens.subList(0, end);
  }

  private static boolean ofDistrict(String token) {
    int digits = 0;
    while (digits < token.length() && Character.isDigit(token.charAt(digits))) {
      digits++;
    }
    return digits == token.length()
        || OF_DISTRICTS.contains(token.substring(digits))
        || token.chars().allMatch(letter -> "IVX".indexOf(letter) >= 0);
  }

  private static String joined(List<String> tokens) {
    return fold(String.join(" ", tokens));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int before = token.length();
      append(text.charAt(i), token);
      if (token.length() == before && before > 0 && !mark(text.charAt(i))) {
        tokens.add(token.toString());
        token.setLength(0);
      }
    }
    if (token.length() > 0) {
      tokens.add(token.toString());
    }
    return tokens;
  }

  /** In one go, for all towns are folded when the table of them is read. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 8);
    int article = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int before = folded.length();
      append(text.charAt(i), folded);
      if (folded.length() == before && before > start && !mark(text.charAt(i))) {
        if (start == 0 && isArticle(folded)) {
          article = before;
        }
        writeOut(folded, start);
        start = folded.length();
      }
    }
    writeOut(folded, start);
    return folded.length() > article ? folded.substring(article) : folded.toString();
  }

  private static boolean isArticle(StringBuilder word) {
    return word.charAt(0) == 'L'
        && (word.length() == 1
            || (word.length() == 2 && (word.charAt(1) == 'E' || word.charAt(1) == 'A'))
            || (word.length() == 3 && word.charAt(1) == 'E' && word.charAt(2) == 'S'));
  }

  /** The word from {@code start} to the end, when it is an abbreviation. */
  private static void writeOut(StringBuilder folded, int start) {
    int length = folded.length() - start;
    if (length == 0 || length > 3 || folded.charAt(start) != 'S') {
      return;
    }
    if (length == 1 && start > 0) {
      folded.append("UR");
    } else if (length >= 2
        && folded.charAt(start + 1) == 'T'
        && (length == 2 || folded.charAt(start + 2) == 'E')) {
      folded.insert(start + 1, "AIN");
    }
  }

  private static void append(char character, StringBuilder token) {
    char plain = character;
    if (character >= 'A' && character <= 'Z') {
      token.append(character);
      return;
    }
    if (character >= FIRST_ACCENTED && character < FIRST_ACCENTED + WITHOUT_ACCENT.length) {
      plain = WITHOUT_ACCENT[character - FIRST_ACCENTED];
    }
    if (plain >= 'a' && plain <= 'z') {
      token.append((char) (plain - 'a' + 'A'));
    } else if ((plain >= 'A' && plain <= 'Z') || (plain >= '0' && plain <= '9')) {
      token.append(plain);
    } else if (character == 'Œ' || character == 'œ') {
      token.append("OE");
    } else if (character == 'Æ' || character == 'æ') {
      token.append("AE");
    } else if (Character.isLetter(character)) {
      token.append(character);
    }
  }

  /** An accent that is a character of its own. */
  private static boolean mark(char character) {
    return character >= '\u0300' && character < '\u0370';
  }

  private static char[] withoutAccent() {
    char[] plain = new char[0x180 - FIRST_ACCENTED];
    for (int i = 0; i < plain.length; i++) {
      String accented = String.valueOf((char) (FIRST_ACCENTED + i));
      plain[i] = Normalizer.normalize(accented, Normalizer.Form.NFD).charAt(0);
    }
    return plain;
  }
}
