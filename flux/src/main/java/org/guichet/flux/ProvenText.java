package org.guichet.flux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads the text of an element up to its end tag: legal characters of XML 1.0 in proper UTF-8, with
 * nothing in them that a parser would change.
 */
final class ProvenText {
  private static final byte PLAIN = 0;
  private static final byte REFUSED = 1;
  private static final byte OPENS = 2;
  private static final byte LINE_END = 3;
  private static final byte BRACKET = 4;
  private static final byte LEADS = 5; // a character of several bytes
  private static final byte[] CLASSES = classes();

  private int start;
  private int end;
  private int lines;
  private int lastLine;
  private int extraBytes;
  private int pairs;

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int b = 0; b < classes.length; b++) {
      classes[b] = b < ' ' ? REFUSED : b < 0x80 ? PLAIN : LEADS;
    }
    classes['\t'] = PLAIN;
    classes['\n'] = LINE_END;
    classes['&'] = REFUSED;
    classes['<'] = OPENS;
    classes[']'] = BRACKET;
    return classes;
  }

  /**
   * Reads to the next {@code <}.
   *
   * @return false at a byte that can't be taken; it is at {@link #end}
   */
  boolean read(byte[] bytes, int from) {
    start = from;
    lines = 0;
    extraBytes = 0;
    pairs = 0;
    int i = from;
    for (; ; ) {
      byte kind = CLASSES[bytes[i] & 0xFF];
      if (kind == PLAIN) {
        i++;
      } else if (kind == OPENS) {
        end = i;
        return true;
      } else {
        int length = special(bytes, i, kind);
        if (length <= 0) {
          end = i - length;
          return false;
        }
        i += length;
      }
    }
  }

  /** How many bytes make a character, or minus the distance to a byte that is wrong. */
  private int special(byte[] bytes, int i, byte kind) {
    switch (kind) {
      case LINE_END -> {
        lines++;
        lastLine = i; // its next byte is in column 1
        return 1;
      }
      case BRACKET -> {
        return bytes[i + 1] == ']' && bytes[i + 2] == '>' ? 0 : 1;
      }
      case LEADS -> {
        return character(bytes, i);
      }
      default -> {
        return 0;
      }
    }
  }

  private int character(byte[] bytes, int i) {
    int lead = bytes[i] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    int point = lead & (0xFF >> (length + 1));
    for (int k = 1; k < length; k++) {
      int b = bytes[i + k];
      if ((b & 0xC0) != 0x80) {
        return -k;
      }
      point = point << 6 | (b & 0x3F);
    }
    if (lead < 0xC2 || lead > 0xF4 || !legal(point, length)) {
      return 0;
    }
    int units = length == 4 ? 2 : 1;
    pairs += units - 1;
    extraBytes += length - units;
    if (lines > 0) {
      lastLine += length - units;
    }
    return length;
  }

  private static boolean legal(int point, int length) {
    return switch (length) {
      case 2 -> point >= 0x80;
      case 3 -> point >= 0x800 && point <= 0xFFFD && (point < 0xD800 || point > 0xDFFF);
      default -> point >= 0x10000 && point <= 0x10FFFF;
    };
  }

  /** Itself, from the bytes that it was read from. */
  String in(byte[] bytes) {
    return new String(bytes, start, end - start, extraBytes == 0 ? ISO_8859_1 : UTF_8);
  }

  /** Index of the first byte that doesn't belong to it. */
  int end() {
    return end;
  }

  int bytes() {
    return end - start;
  }

  /** Its length in UTF-16 units. */
  int units() {
    return end - start - extraBytes;
  }

  /** Its length in characters. */
  int characters() {
    return units() - pairs;
  }

  /** How many line ends are in it. */
  int lines() {
    return lines;
  }

  /** The index from which columns count behind the last line end, where there is one. */
  int lastLine() {
    return lastLine;
  }

  /** How many bytes more than UTF-16 units it has. */
  int extraBytes() {
    return extraBytes;
  }
}
