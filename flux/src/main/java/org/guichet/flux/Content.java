package org.guichet.flux;

import org.jspecify.annotations.Nullable;

/** The text of the element that is closing, for findings on it to quote. */
final class Content {
  /** The longest text that is quoted, in characters. */
  static final int MAX_QUOTED = 255;

  private final StringBuilder text = new StringBuilder();
  private boolean leaf;
  private boolean closing;

  void open() {
    text.setLength(0);
    leaf = true;
  }

  void append(char[] characters, int start, int length) {
    text.append(characters, start, Math.min(MAX_QUOTED + 1 - text.length(), length));
  }

  void closing() {
    closing = true;
  }

  void closed() {
    closing = false;
    leaf = false;
  }

  /** Null unless an element closes that holds text alone. */
  @Nullable String quoted() {
    if (!closing || !leaf) {
      return null;
    }
    return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text.toString();
  }
}
