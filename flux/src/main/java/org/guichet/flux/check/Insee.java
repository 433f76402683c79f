package org.guichet.flux.check;

/** The form of INSEE's codes of towns and countries: a department or 99, and three digits. */
final class Insee {
  static final int LENGTH = 5;

  /** What the codes of places abroad start with. */
  private static final String ABROAD = "99";

  private Insee() {}

  /**
   * Whether a text may be a code. The letter of Corsica's departments may be a small one here: such
   * a code isn't in use, and still says what is meant.
   */
  static boolean isOne(String code) {
    if (code.length() != LENGTH || !Digits.only(code, 2)) {
      return false;
    }
    char first = code.charAt(0);
    char second = code.charAt(1);
    if (first == '2' && "ABab".indexOf(second) >= 0) {
      return true;
    }
    return first >= '0'
        && first <= '9'
        && second >= '0'
        && second <= '9'
        && (first != '0' || second != '0');
  }

  static boolean abroad(String code) {
    return code.startsWith(ABROAD);
  }

  /** The last three digits of a code abroad. */
  static String country(String code) {
    return code.substring(ABROAD.length());
  }
}
