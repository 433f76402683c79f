package org.guichet.roster.control;

import java.util.random.RandomGenerator;

/** Codes of eight characters on the slips that people get; none is taken for another. */
public final class SlipCodes {
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  private static final int LENGTH = 8;

  private SlipCodes() {}

  /**
   * The next one.
   *
   * @param random that nobody can foretell
   */
  public static String next(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
