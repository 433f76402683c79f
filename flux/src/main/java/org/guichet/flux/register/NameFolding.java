package org.guichet.flux.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names as they are compared and searched: without case, accents, hyphens, apostrophes and dots.
 */
public final class NameFolding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Hyphens of all kinds, blanks, the characters that are typed for an apostrophe, and dots. */
  private static final Pattern JOINTS = Pattern.compile("[\\p{Pd}\\p{Z}\\s\\u00AD_.'’‘ʼʹ′`´]+");

  /** What becomes of Latin letters one by one; the empty text for what joins words. */
  private static final String[] LATIN = latin();

  private NameFolding() {}

  /**
   * For people who search: {@code "D'Ormesson-Fictif"} becomes {@code "D ORMESSON FICTIF"}.
   *
   * @return null for null only
   */
  public static @Nullable String words(@Nullable String name) {
    return name == null || isPlain(name) ? name : folded(name, " ").strip();
  }

  /**
   * For comparing: {@code "D'Ormesson-Fictif"}, {@code "DORMESSON FICTIF"} and {@code "d ormesson
   * fictif"} are all {@code "DORMESSONFICTIF"}. Empty for a name of blanks.
   */
  public static String key(String name) {
    return isPlain(name) ? name : folded(name, "");
  }

  private static String[] latin() {
    String[] folded = new String[0x250];
    for (char c = 0; c < folded.length; c++) {
      folded[c] = anyFolded(String.valueOf(c), "");
    }
    return folded;
  }

  private static String folded(String name, String joint) {
    StringBuilder folded = new StringBuilder(name.length() + 2);
    boolean joined = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= LATIN.length) {
        return anyFolded(name, joint);
      }
      String letter = LATIN[c];
      if (!letter.isEmpty()) {
        folded.append(letter);
      } else if (!joined) {
        folded.append(joint);
      }
      joined = letter.isEmpty();
    }
    return folded.toString();
  }

  private static String anyFolded(String name, String joint) {
    String joined = JOINTS.matcher(name).replaceAll(joint);
    String bare = MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD)).replaceAll("");
    return withoutStrokes(bare.toUpperCase(Locale.ROOT));
  }

  /** Letters that have no accent to be taken off, and are typed without all the same. */
  private static String withoutStrokes(String upper) {
    return upper
        .replace("Œ", "OE")
        .replace("Æ", "AE")
        .replace("Ø", "O")
        .replace("Đ", "D")
        .replace("Ð", "D")
        .replace("Ł", "L")
        .replace("Þ", "TH");
  }

  /** Most names of files are capitals already. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < 'A' || name.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }
}
