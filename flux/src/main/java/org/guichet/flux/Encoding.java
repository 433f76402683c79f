package org.guichet.flux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * An encoding in which files are read.
 *
 * @param markLength length of the byte order mark at the start of the file, in bytes
 */
record Encoding(Charset charset, int markLength) {
  private static final Set<Charset> ONE_BYTE =
      Set.of(UTF_8, ISO_8859_1, Charset.forName("ISO-8859-15"), Charset.forName("windows-1252"));

  String name() {
    return charset.name();
  }

  boolean isUtf8() {
    return charset.equals(UTF_8);
  }

  /** In how many bytes a character of markup is written. */
  int unitSize() {
    return charset.equals(UTF_16LE) || charset.equals(UTF_16BE) ? 2 : 1;
  }

  boolean bigEndian() {
    return charset.equals(UTF_16BE);
  }

  /** Whether a declaration may name this charset when the bytes look like this encoding. */
  boolean agreesWith(Charset declared) {
    if (declared.equals(charset)) {
      return true;
    }
    if (unitSize() == 2) {
      return declared.equals(UTF_16);
    }
    return markLength == 0 && ONE_BYTE.contains(declared);
  }
}
