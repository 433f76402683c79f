package org.guichet.roster.control.heading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers as they are compared. */
public final class HeaderWord {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern TRAILING_PARENTHESIS = Pattern.compile("\\([^()]*\\)$");

  /** Blanks of any kind, joints, both apostrophes, stars, and what can't be seen. */
  private static final Pattern JOINTS = Pattern.compile("[\\p{Z}\\s\\p{Pd}\\p{Cf}_.:*'’‘`´/°]+");

  private HeaderWord() {}

  /** {@code "Date de\u00A0naissance* (jj/mm/aaaa)"} becomes {@code "datedenaissance"}. */
  public static String normal(String header) {
    String bare = MARKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFKD)).replaceAll("");
    String word = JOINTS.matcher(bare.toLowerCase(Locale.ROOT).replace("œ", "oe")).replaceAll("");
    return TRAILING_PARENTHESIS.matcher(word).replaceAll("");
  }
}
