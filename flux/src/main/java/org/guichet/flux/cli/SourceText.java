package org.guichet.flux.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file, or the part of a long one around a column, in any order. Reads the file once to
 * remember where every few thousand bytes stand; memory is a thousandth of the file.
 */
final class SourceText implements AutoCloseable {
  /** The longest part of a line that is shown, in characters. */
  static final int WIDTH = 120;

  /** How much of it stands before the column, where the line is longer. */
  private static final int BEFORE = 60;

  private static final int STEP = 1 << 15;
  private static final int BLOCK = 2 * STEP;
  private static final char REPLACEMENT = '\u00B7';

  private final RandomAccessFile file;
  private final Charset charset;
  private final SourceIndex index;
  private int decoded = -1;
  private String block = "";

  /**
   * Opens a file for showing.
   *
   * @param encoding as the reader calls it
   */
  SourceText(Path path, String encoding) throws IOException {
    charset = charset(encoding);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), STEP)) {
      index = SourceIndex.of(in, charset, STEP);
    }
    file = new RandomAccessFile(path.toFile(), "r");
  }

  /**
   * A line, or a part of it.
   *
   * @param text without its line end; what can't be shown is a dot
   * @param from the column of its first character, from 1
   * @param to the column behind its last character
   * @param ends whether the line ends there
   */
  record Part(String text, int from, int to, boolean ends) {}

  /** The part of a line around a column; null when the file hasn't that line. */
  @Nullable Part around(int line, int column) throws IOException {
    int from = column <= WIDTH - BEFORE / 2 ? 1 : column - BEFORE;
    int start = index.before(line, from);
    if (start < 0) {
      return null;
    }
    decode(start);
    int at = position(index.line(start), index.column(start), line, from);
    if (at < 0) {
      return null;
    }
    int end = at;
    while (end < block.length() && end - at < WIDTH && !isLineEnd(block.charAt(end))) {
      end++;
    }
    boolean ends = end == block.length() || isLineEnd(block.charAt(end));
    return new Part(shown(block.substring(at, end)), from, from + end - at, ends);
  }

  /** Where in the block a place is; negative when the line ends before it. */
  private int position(int firstLine, int firstColumn, int line, int column) {
    int l = firstLine;
    int c = firstColumn;
    int i = 0;
    while (i < block.length() && (l < line || c < column)) {
      char character = block.charAt(i);
      if (isLineEnd(character)) {
        if (l == line) {
          return -1;
        }
        if (character == '\r' && i + 1 < block.length() && block.charAt(i + 1) == '\n') {
          i++;
        }
        l++;
        c = 0;
      }
      i++;
      c++;
    }
    return l == line && c == column ? i : -1;
  }

  private void decode(int start) throws IOException {
    if (decoded == start) {
      return;
    }
    byte[] bytes = new byte[BLOCK];
    file.seek(index.offset(start));
    int count = 0;
    int more = file.read(bytes);
    while (more > 0) {
      count += more;
      more = file.read(bytes, count, bytes.length - count);
    }
    block = new String(bytes, 0, count, charset);
    decoded = start;
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }

  private static String shown(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == '\t') {
        characters[i] = ' ';
      } else if (Character.isISOControl(characters[i])) {
        characters[i] = REPLACEMENT;
      }
    }
    return new String(characters);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.ISO_8859_1; // nothing of it was understood either
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
