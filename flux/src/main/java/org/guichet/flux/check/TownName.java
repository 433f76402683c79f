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
  private static final Set<String> ARTICLES = Set.of("LE", "LA", "LES", "L");
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
    return new TownName(text, join(text, text.length()));
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
    String plain = joined(withoutDistrict(tokens(before, before.length())));
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

  private static String join(String text, int length) {
    return joined(tokens(text, length));
  }

  private static String joined(List<String> tokens) {
    boolean article = tokens.size() > 1 && ARTICLES.contains(tokens.get(0));
    return String.join("", article ? tokens.subList(1, tokens.size()) : tokens);
  }

  private static List<String> tokens(String text, int length) {
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int before = token.length();
      append(text.charAt(i), token);
      if (token.length() == before && before > 0 && !mark(text.charAt(i))) {
        tokens.add(written(token.toString(), tokens.isEmpty()));
        token.setLength(0);
      }
    }
    if (token.length() > 0) {
      tokens.add(written(token.toString(), tokens.isEmpty()));
    }
    return tokens;
  }

  private static String written(String token, boolean first) {
    return switch (token) {
      case "ST" -> "SAINT";
      case "STE" -> "SAINTE";
      case "S" -> first ? token : "SUR";
      default -> token;
    };
  }

  private static void append(char character, StringBuilder token) {
    char plain = character;
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
