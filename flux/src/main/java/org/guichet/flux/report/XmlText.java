package org.guichet.flux.report;

import org.jspecify.annotations.Nullable;

/** Text that XML 1.0 can hold. */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** The text with U+FFFD for each character that is illegal in XML 1.0. */
  static String legal(String text) {
    if (isPlain(text) || text.codePoints().allMatch(XmlText::isLegal)) {
      return text;
    }
    return text.codePoints()
        .map(c -> isLegal(c) ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether there is nothing but what nearly all texts have: so it is known at once. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  static @Nullable String legalOrNull(@Nullable String text) {
    return text == null ? null : legal(text);
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
