package org.guichet.flux.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The packaged table of towns, one line per INSEE code and name, sorted by code: {@code
 * code;name;postal codes;belongs to}. It stays the bytes that it is packaged as. Codes are compared
 * as numbers that {@link #key} makes of them.
 */
final class PlaceTable {
  /** No line, and no code. */
  static final int NONE = -1;

  private static final String RESOURCE = "birth-places.csv";
  private static final int RADIX = 36;

  private final byte[] bytes;
  private final int[] starts;
  private final int[] codes;
  private final int[] above;

  PlaceTable(byte[] bytes) {
    this.bytes = bytes;
    int lines = 0;
    for (byte character : bytes) {
      lines += character == '\n' ? 1 : 0;
    }
    starts = new int[lines + 1];
    codes = new int[lines];
    above = new int[lines];
    for (int line = 0; line < lines; line++) {
      int start = starts[line];
      int end = next('\n', start);
      codes[line] = codeAt(start);
      above[line] = bytes[end - 1] == ';' ? NONE : codeAt(end - Insee.LENGTH);
      starts[line + 1] = end + 1;
    }
  }

  static PlaceTable packaged() {
    try (InputStream table = PlaceTable.class.getResourceAsStream(RESOURCE)) {
      if (table == null) {
        throw new IllegalStateException(RESOURCE + " isn't packaged");
      }
      return new PlaceTable(table.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of a code, INSEE's or postal; {@link #NONE} for what can't be in the table. */
  static int key(String code) {
    if (code.length() != Insee.LENGTH) {
      return NONE;
    }
    int key = 0;
    for (int i = 0; i < Insee.LENGTH; i++) {
      int digit = digit(code.charAt(i));
      if (digit < 0) {
        return NONE;
      }
      key = key * RADIX + digit;
    }
    return key;
  }

  int lines() {
    return codes.length;
  }

  /** The first line of a code; those that follow may be of the same one. */
  int first(int code) {
    int line = Arrays.binarySearch(codes, code);
    if (line < 0) {
      return NONE;
    }
    while (line > 0 && codes[line - 1] == code) {
      line--;
    }
    return line;
  }

  /** Whether there is such a line, and it is of this code. */
  boolean isOf(int line, int code) {
    return line != NONE && line < codes.length && codes[line] == code;
  }

  int code(int line) {
    return codes[line];
  }

  /** The code of what a line belongs to, or of what became of it; else {@link #NONE}. */
  int above(int line) {
    return above[line];
  }

  String codeText(int line) {
    return text(starts[line]);
  }

  /** Of a line that belongs to another. */
  String aboveText(int line) {
    return text(starts[line + 1] - 1 - Insee.LENGTH);
  }

  /** Codes that were given up have no name. */
  boolean named(int line) {
    return bytes[nameStart(line)] != ';';
  }

  String name(int line) {
    int start = nameStart(line);
    return new String(bytes, start, next(';', start) - start, UTF_8);
  }

  /** Tells where the postal codes of a line stand, for {@link #codeAt} and {@link #text}. */
  void postalCodes(int line, IntConsumer places) {
    int at = next(';', nameStart(line)) + 1;
    while (bytes[at] != ';') {
      places.accept(at);
      at += Insee.LENGTH;
      at += bytes[at] == ',' ? 1 : 0;
    }
  }

  int codeAt(int place) {
    int key = 0;
    for (int i = place; i < place + Insee.LENGTH; i++) {
      key = key * RADIX + digit((char) bytes[i]);
    }
    return key;
  }

  String text(int place) {
    return new String(bytes, place, Insee.LENGTH, UTF_8);
  }

  private int nameStart(int line) {
    return starts[line] + Insee.LENGTH + 1;
  }

  private int next(char character, int from) {
    int at = from;
    while (bytes[at] != character) {
      at++;
    }
    return at;
  }

  /** Of capital letters and digits, so that numbers are in the order of the table. */
  private static int digit(char character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : -1;
  }
}
