package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;

/** Bytes that aren't characters, and characters that XML doesn't have. */
final class ByteCases {
  private static final Expected MALFORMED = Expected.refused(FindingCode.MALFORMED);

  /** Illegal in UTF-8 wherever they stand before an ASCII character. */
  private static final List<String> BROKEN_UTF8 =
      List.of(
          // overlong forms of NUL, slash, "<", U+007F, U+07FF, U+FFFF
          "C080",
          "C0AF",
          "C0BC",
          "C1BF",
          "E08080",
          "E080AF",
          "E080BC",
          "E09FBF",
          "F0808080",
          "F08080BC",
          "F08FBFBF",
          "F888808080",
          "FC8480808080",
          // continuation bytes alone
          "80",
          "8F",
          "A0",
          "BF",
          "8080",
          "BFBFBF",
          // start bytes alone
          "C2",
          "DF",
          "E0",
          "E2",
          "EC",
          "ED",
          "EF",
          "F0",
          "F1",
          "F4",
          // sequences that break off
          "E282",
          "EFBF",
          "F09D",
          "F09D84",
          "F48FBF",
          "C2C2",
          "E2C2A9",
          "F09DC2A9",
          // surrogates, alone and in pairs
          "EDA080",
          "EDADBF",
          "EDAE80",
          "EDAFBF",
          "EDB080",
          "EDBFBF",
          "EDA0BDEDB880",
          // beyond U+10FFFF
          "F4908080",
          "F5808080",
          "F7BFBFBF",
          // never legal
          "F8",
          "FB",
          "FC",
          "FD",
          "FE",
          "FF",
          "FEFF",
          "FFFE",
          "F888808080",
          "FEFEFFFF");

  private static final Set<Where> PLACES =
      EnumSet.of(
          Where.PROLOG,
          Where.ATTRIBUTE_VALUE,
          Where.HEADER_VALUE,
          Where.BETWEEN_PASSAGES,
          Where.PASSAGE_VALUE,
          Where.LAST_VALUE,
          Where.COMMENT,
          Where.CDATA,
          Where.INSTRUCTION,
          Where.NAME,
          Where.AFTER_END);

  private ByteCases() {}

  static Stream<HostileCase> all() {
    return Stream.of(
            brokenUtf8(),
            brokenLate(),
            brokenAtTheEnd(),
            brokenUtf16(),
            undefinedBytes(),
            controls(),
            legalCharacters())
        .flatMap(cases -> cases);
  }

  private static Stream<HostileCase> brokenUtf8() {
    return BROKEN_UTF8.stream()
        .distinct()
        .flatMap(
            bytes ->
                PLACES.stream()
                    .map(
                        where ->
                            HostileCase.of(
                                "broken UTF-8",
                                bytes + " " + where,
                                where.put(HexFormat.of().parseHex(bytes)),
                                MALFORMED)));
  }

  /** Behind what the reader looks at first. */
  private static Stream<HostileCase> brokenLate() {
    return Stream.of("C0BC", "80", "E282", "EDA080", "F4908080", "FF")
        .flatMap(
            bytes ->
                Stream.of(8_191, 65_530, 200_000)
                    .map(
                        distance ->
                            HostileCase.of(
                                "broken UTF-8 late",
                                bytes + " behind " + distance,
                                Where.BETWEEN_PASSAGES.put(
                                    late(HexFormat.of().parseHex(bytes), distance)),
                                MALFORMED)));
  }

  private static byte[] late(byte[] bytes, int distance) {
    ByteArrayOutputStream late = new ByteArrayOutputStream();
    byte[] blanks = new byte[distance % 60_000];
    Arrays.fill(blanks, (byte) ' ');
    for (int i = 0; i < distance / 60_000; i++) {
      late.writeBytes(("<!--" + "x".repeat(59_000) + "-->").getBytes(UTF_8));
    }
    late.writeBytes(blanks);
    late.writeBytes(bytes);
    return late.toByteArray();
  }

  private static Stream<HostileCase> brokenAtTheEnd() {
    return Stream.of("C3", "E2", "E282", "F0", "F09D", "F09D84", "80", "FF", "C0")
        .flatMap(
            bytes ->
                Stream.of("</flux>", "</idFlux>", "T-000002", "<!--", "<")
                    .map(
                        behind -> {
                          byte[] piece = HexFormat.of().parseHex(bytes);
                          String file = Where.COMMENT.put("");
                          int end = file.indexOf(behind) + behind.length();
                          ByteArrayOutputStream cut = new ByteArrayOutputStream();
                          cut.writeBytes(file.substring(0, end).getBytes(UTF_8));
                          cut.writeBytes(piece);
                          return HostileCase.of(
                              "broken UTF-8 at the end",
                              bytes + " behind " + behind,
                              cut.toByteArray(),
                              MALFORMED);
                        }));
  }

  /** Halves of pairs, pairs the wrong way round, half a unit, and what is no character. */
  private static Stream<HostileCase> brokenUtf16() {
    return Stream.of(UTF_16BE, UTF_16LE)
        .flatMap(
            charset ->
                Stream.of(
                        "D800",
                        "DBFF",
                        "DC00",
                        "DFFF",
                        "DC00D800",
                        "D800D800",
                        "FFFE",
                        "FFFF",
                        "0000",
                        "0001",
                        "00")
                    .flatMap(
                        units ->
                            Stream.of(
                                    Where.HEADER_VALUE,
                                    Where.PASSAGE_VALUE,
                                    Where.COMMENT,
                                    Where.ATTRIBUTE_VALUE,
                                    Where.NAME)
                                .map(where -> utf16(charset, units, where))));
  }

  private static HostileCase utf16(Charset charset, String units, Where where) {
    byte[] piece = HexFormat.of().parseHex(units);
    if (charset.equals(UTF_16LE)) {
      for (int i = 0; i + 1 < piece.length; i += 2) {
        byte first = piece[i];
        piece[i] = piece[i + 1];
        piece[i + 1] = first;
      }
    }
    return HostileCase.of(
        "broken UTF-16", charset + " " + units + " " + where, where.put(piece, charset), MALFORMED);
  }

  private static Stream<HostileCase> undefinedBytes() {
    Charset charset = Charset.forName("windows-1252");
    return Stream.of("81", "8D", "8F", "90", "9D")
        .flatMap(
            bytes ->
                Where.TEXTS.stream()
                    .map(
                        where ->
                            HostileCase.of(
                                "undefined bytes of windows-1252",
                                bytes + " " + where,
                                where.put(HexFormat.of().parseHex(bytes), charset),
                                MALFORMED)));
  }

  /** NUL, the other control characters, and the two that end each plane. */
  private static Stream<HostileCase> controls() {
    return IntStream.concat(IntStream.range(0, 32), IntStream.of(0xFFFE, 0xFFFF))
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .boxed()
        .flatMap(
            c ->
                Stream.concat(
                        PLACES.stream(), Stream.of(Where.START, Where.IN_PASSAGE, Where.BEFORE_END))
                    .map(
                        where ->
                            HostileCase.of(
                                "control characters",
                                Integer.toHexString(c) + " " + where,
                                where.put(Character.toString(c)),
                                where == Where.START
                                    ? Expected.refused(FindingCode.NOT_XML, FindingCode.MALFORMED)
                                    : MALFORMED)));
  }

  /** Odd, and yet legal: nothing may be refused for them. */
  private static Stream<HostileCase> legalCharacters() {
    return IntStream.of(
            0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xAD, 0x200B, 0x200E, 0x202E, 0x2028, 0x2029, 0x2066,
            0xD7FF, 0xE000, 0xFDD0, 0xFEFF, 0xFFFD, 0x10000, 0x1F600, 0x1FFFE, 0xE0001, 0x10FFFF)
        .boxed()
        .flatMap(
            c ->
                Where.VALUES.stream()
                    .map(
                        where ->
                            HostileCase.of(
                                "odd but legal characters",
                                Integer.toHexString(c) + " " + where,
                                where.put(Character.toString(c)),
                                Expected.accepted())));
  }
}
