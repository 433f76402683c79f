package org.guichet.flux.edit;

/** Texts as values of elements. */
final class XmlValues {
  private XmlValues() {}

  /** With references for markup; what XML 1.0 can't hold is left out. */
  static String written(String text) {
    StringBuilder written = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '&' -> written.append("&amp;");
                case '\r' -> written.append("&#13;");
                default -> {
                  if (c >= ' ' || c == '\t' || c == '\n') {
                    append(written, c);
                  }
                }
              }
            });
    return written.toString();
  }

  private static void append(StringBuilder written, int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    if (!surrogate && c != 0xFFFE && c != 0xFFFF) {
      written.appendCodePoint(c);
    }
  }
}
