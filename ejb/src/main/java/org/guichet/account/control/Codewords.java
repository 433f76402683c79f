package org.guichet.account.control;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Codes that people copy by hand: four times four letters and digits, none that is taken for
 * another; 78 random bits.
 */
public final class Codewords {
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private Codewords() {}

  public static String next(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** As {@link #next} wrote it, however it was typed. */
  public static String normal(String typed) {
    String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }
}
