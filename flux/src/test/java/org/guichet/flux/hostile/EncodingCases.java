package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;

/** Encodings, byte order marks, and declarations that contradict them. */
final class EncodingCases {
  private static final Expected REFUSED =
      Expected.refused(FindingCode.ENCODING, FindingCode.NOT_XML, FindingCode.MALFORMED);
  private static final Expected ACCEPTED = Expected.accepted();

  /** Read with a warning. */
  private static final Expected WARNED = Expected.told(FindingCode.NOT_UTF8);

  private static final List<String> EBCDIC =
      List.of("IBM037", "IBM01140", "IBM1047", "IBM297", "IBM500", "IBM273", "IBM277", "IBM420");
  private static final List<String> OTHERS =
      List.of(
          "US-ASCII",
          "ISO-8859-2",
          "ISO-8859-5",
          "ISO-8859-7",
          "ISO-8859-9",
          "ISO-8859-13",
          "windows-1250",
          "windows-1251",
          "windows-1253",
          "windows-1257",
          "IBM437",
          "IBM850",
          "IBM852",
          "IBM858",
          "KOI8-R",
          "TIS-620",
          "Big5",
          "EUC-JP",
          "EUC-KR",
          "GB18030",
          "GB2312",
          "GBK",
          "Shift_JIS",
          "ISO-2022-JP",
          "ISO-2022-KR",
          "UTF-32",
          "UTF-32BE",
          "UTF-32LE",
          "x-MacRoman",
          "x-UTF-16LE-BOM",
          "CESU-8");
  private static final List<String> UNKNOWN =
      List.of(
          "UTF-7",
          "UTF-1",
          "SCSU",
          "BOCU-1",
          "UTF-EBCDIC",
          "UCS-4",
          "ISO-10646-UCS-4",
          "UTF-9",
          "UTF_8.",
          "utf 8",
          "",
          " ",
          "UTF-8 ",
          "é",
          "../../etc/passwd",
          "http://127.0.0.1/",
          "x".repeat(300),
          "%s",
          "${x}",
          "a&amp;b",
          "java.lang.String",
          "UTF-8\u0000",
          "<",
          "'");

  private EncodingCases() {}

  static Stream<HostileCase> all() {
    return Stream.of(declared(), undeclared(), unknown(), lies(), marks()).flatMap(cases -> cases);
  }

  private static String file(String declared) {
    return declared.equals("none")
        ? Where.file().replaceFirst("<\\?xml.*\\?>\n", "")
        : Where.file().replace("\"UTF-8\"", "\"" + declared + "\"");
  }

  private static Stream<HostileCase> declared() {
    return Stream.concat(EBCDIC.stream(), OTHERS.stream())
        .filter(Charset::isSupported) // a JRE may come without the rarer ones
        .map(
            name ->
                HostileCase.of(
                    "other encodings",
                    name + " declared",
                    file(name).getBytes(Charset.forName(name)),
                    REFUSED));
  }

  /** Accents make the bytes of most encodings illegal in UTF-8. */
  private static Stream<HostileCase> undeclared() {
    return Stream.of(
            EBCDIC,
            List.of(
                "ISO-8859-1", "ISO-8859-15", "windows-1252", "x-MacRoman", "IBM850", "UTF-32BE"),
            List.of("UTF-32LE", "GB18030", "ISO-8859-2"))
        .flatMap(List::stream)
        .filter(Charset::isSupported)
        .flatMap(
            name ->
                Stream.of("none", "UTF-8")
                    .map(
                        declared ->
                            HostileCase.of(
                                "other encodings",
                                name + " as " + declared,
                                file(declared)
                                    .replace("T-000002", "été")
                                    .getBytes(Charset.forName(name)),
                                REFUSED)));
  }

  private static Stream<HostileCase> unknown() {
    return UNKNOWN.stream()
        .flatMap(
            name ->
                Stream.of("", "EFBBBF")
                    .map(
                        mark ->
                            HostileCase.of(
                                "unknown encodings",
                                name.substring(0, Math.min(20, name.length())) + " " + mark,
                                with(mark, file(name).getBytes(UTF_8)),
                                REFUSED)));
  }

  /** Bytes of one encoding under the name of another. */
  private static Stream<HostileCase> lies() {
    List<String> names = List.of("UTF-8", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252");
    return names.stream()
        .flatMap(
            real ->
                Stream.concat(names.stream(), Stream.of("UTF-16", "UTF-32", "UTF-7", "IBM037"))
                    .map(
                        said ->
                            HostileCase.of(
                                "encodings that contradict",
                                real + " as " + said,
                                ascii(file(said)).getBytes(Charset.forName(real)),
                                agree(real, said))));
  }

  private static String ascii(String file) {
    return file.replaceAll("[^\\x00-\\x7F]", "e");
  }

  /** The file has no character outside ASCII, so that all of one byte are the same. */
  private static Expected agree(String real, String said) {
    Set<String> oneByte = Set.of("UTF-8", "ISO-8859-1", "windows-1252");
    if (said.equals("UTF-8") && oneByte.contains(real)) {
      return ACCEPTED;
    }
    boolean same =
        real.equals(said)
            || (oneByte.contains(real) && oneByte.contains(said))
            || (real.startsWith("UTF-16") && said.equals("UTF-16"));
    return same ? WARNED : REFUSED;
  }

  /** Every mark before every sort of bytes. */
  private static Stream<HostileCase> marks() {
    Map<String, String> marks = new LinkedHashMap<>();
    marks.put("UTF-8", "EFBBBF");
    marks.put("UTF-16BE", "FEFF");
    marks.put("UTF-16LE", "FFFE");
    marks.put("UTF-32BE", "0000FEFF");
    marks.put("UTF-32LE", "FFFE0000");
    marks.put("UTF-32 2143", "0000FFFE");
    marks.put("UTF-32 3412", "FEFF0000");
    marks.put("UTF-7", "2B2F7638");
    marks.put("UTF-1", "F7644C");
    marks.put("UTF-EBCDIC", "DD736673");
    marks.put("SCSU", "0EFEFF");
    marks.put("BOCU-1", "FBEE28");
    marks.put("GB18030", "84319533");
    marks.put("twice UTF-8", "EFBBBFEFBBBF");
    marks.put("half UTF-8", "EFBB");
    marks.put("twice UTF-16BE", "FEFFFEFF");
    marks.put("UTF-8 and UTF-16LE", "EFBBBFFFFE");
    marks.put("UTF-16LE and UTF-8", "FFFEEFBBBF");
    List<String> real = List.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE");
    return marks.entrySet().stream()
        .flatMap(
            mark ->
                real.stream()
                    .flatMap(
                        charset ->
                            Stream.of("none", "UTF-8", "UTF-16", "ISO-8859-1")
                                .map(
                                    said ->
                                        marked(mark.getKey(), mark.getValue(), charset, said))));
  }

  private static HostileCase marked(String mark, String bytes, String charset, String said) {
    Expected expected = REFUSED;
    if (mark.equals(charset) && charset.equals("UTF-8")) {
      expected = said.equals("none") || said.equals("UTF-8") ? ACCEPTED : REFUSED;
    } else if (mark.equals(charset) && charset.startsWith("UTF-16")) {
      expected = said.equals("none") || said.equals("UTF-16") ? WARNED : REFUSED;
    }
    return HostileCase.of(
        "byte order marks",
        mark + " before " + charset + " as " + said,
        with(bytes, file(said).getBytes(Charset.forName(charset))),
        expected);
  }

  private static byte[] with(String mark, byte[] file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex(mark));
    bytes.writeBytes(file);
    return bytes.toByteArray();
  }
}
