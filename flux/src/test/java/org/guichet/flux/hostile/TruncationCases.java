package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;

/** Files that break off. */
final class TruncationCases {
  private static final Expected BROKEN =
      Expected.refused(FindingCode.MALFORMED, FindingCode.NOT_XML);

  /** Has all kinds of markup, and characters of one to four bytes. */
  private static final String FILE =
      "\uFEFF"
          + Where.IN_PASSAGE
              .put("<!-- é --><?pi €?><verbatim a='&amp;\"'><![CDATA[𝄞]]>&#233;&lt;</verbatim>")
              .replace("<flux", "<!-- prolog --><?p q?>\r\n<flux");

  private TruncationCases() {}

  static Stream<HostileCase> all() {
    byte[] utf8 = FILE.strip().getBytes(UTF_8);
    byte[] utf16 =
        FILE.strip().replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"").getBytes(UTF_16BE);
    int kinds = FILE.indexOf("</titulaire>");
    int densely = FILE.indexOf("</verbatim>") + 40;
    return Stream.of(
            cut(utf8, "UTF-8", IntStream.rangeClosed(0, 130)),
            cut(utf8, "UTF-8", IntStream.iterate(131, at -> at < kinds, at -> at + 9)),
            cut(utf8, "UTF-8", IntStream.range(densely - 130, densely)),
            cut(utf8, "UTF-8", IntStream.range(utf8.length - 30, utf8.length)),
            cut(utf16, "UTF-16", IntStream.range(0, 120)),
            cut(utf16, "UTF-16", IntStream.range(utf16.length - 40, utf16.length)))
        .flatMap(cases -> cases);
  }

  private static Stream<HostileCase> cut(byte[] file, String encoding, IntStream places) {
    return places.mapToObj(
        at ->
            HostileCase.of(
                "truncation", encoding + " behind byte " + at, Arrays.copyOf(file, at), BROKEN));
  }
}
