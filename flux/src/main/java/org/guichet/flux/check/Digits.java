package org.guichet.flux.check;

/** Texts of the digits 0 to 9 alone. */
final class Digits {
  private Digits() {}

  static boolean only(String text) {
    return only(text, 0);
  }

  /** Whether there is something from this character on, and nothing but digits. */
  static boolean only(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > from;
  }
}
