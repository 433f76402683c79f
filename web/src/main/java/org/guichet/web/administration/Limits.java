package org.guichet.web.administration;

import org.jspecify.annotations.Nullable;

/** Numbers that the command line writes. */
final class Limits {
  private static final int USUAL = 50;
  static final int LARGEST = 10_000;

  private Limits() {}

  /** How many rows are wanted at most. */
  static int of(@Nullable String limit) {
    int most = limit == null ? USUAL : Math.toIntExact(number("limit", limit, LARGEST));
    if (most == 0) {
      throw new MistakeException("NOT_A_NUMBER", "limit", "0");
    }
    return most;
  }

  static long number(String name, String text, long largest) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= largest) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new MistakeException("NOT_A_NUMBER", name, text);
    }
    throw new MistakeException("NOT_A_NUMBER", name, text);
  }
}
