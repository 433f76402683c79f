package org.guichet.flux.check;

/** What the schema takes for true and false. */
final class Flag {
  private Flag() {}

  static boolean yes(String text) {
    return text.equals("true") || text.equals("1");
  }

  static boolean no(String text) {
    return text.equals("false") || text.equals("0");
  }
}
