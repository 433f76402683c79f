package org.guichet.roster.control.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** The first characters of a text, as many as a guess needs. */
final class Beginning {
  private static final int CHARACTERS = 1 << 16;

  private Beginning() {}

  static String of(InputStream bytes, Charset charset) throws IOException {
    char[] buffer = new char[CHARACTERS];
    InputStreamReader reader = new InputStreamReader(bytes, charset);
    int length = 0;
    for (int read = 0; read >= 0 && length < CHARACTERS; ) {
      read = reader.read(buffer, length, CHARACTERS - length);
      length += Math.max(read, 0);
    }
    String text = new String(buffer, 0, length);
    int lastLine = text.lastIndexOf('\n');
    boolean cut = length == CHARACTERS && lastLine > 0;
    String whole = cut ? text.substring(0, lastLine + 1) : text;
    return !whole.isEmpty() && whole.charAt(0) == '\uFEFF' ? whole.substring(1) : whole;
  }
}
