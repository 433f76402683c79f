package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;

/** Reads UTF-8 and nothing else: bytes that aren't are a failure, not question marks. */
final class Utf8 {
  private Utf8() {}

  static Reader reader(InputStream bytes) {
    return new InputStreamReader(
        bytes,
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
