package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;
import org.guichet.flux.GeneratedStream;

/** Depth, attributes, names and texts without measure; the longest are made while they are read. */
final class SizeCases {
  private static final Expected LIMIT = Expected.refused(FindingCode.PARSER_LIMIT);
  private static final int MEGABYTE = 1 << 20;
  private static final int GIGABYTE = 1 << 30;

  private SizeCases() {}

  static Stream<HostileCase> all() {
    return Stream.of(gigabytes(), depth(), attributes(), names(), manyNames(), manyPieces())
        .flatMap(cases -> cases);
  }

  /** So many characters of filling between a start and an end. */
  private static InputStream stream(
      String start, String filling, long characters, String end, Charset charset) {
    byte[] piece = filling.repeat(Math.max(1, MEGABYTE / filling.length())).getBytes(charset);
    long pieces = characters / (piece.length / (charset.equals(UTF_16BE) ? 2 : 1));
    return new GeneratedStream(
        Stream.of(
                Stream.of(start.getBytes(charset)),
                Stream.generate(() -> piece).limit(pieces),
                Stream.of(end.getBytes(charset)))
            .flatMap(parts -> parts)
            .iterator());
  }

  /** A gigabyte of one thing, closed as it should be. */
  private static Stream<HostileCase> gigabytes() {
    List<List<String>> things =
        List.of(
            List.of("text", "", "x", ""),
            List.of("blanks", "", " ", ""),
            List.of("line ends", "", "\r\n", ""),
            List.of("accents", "", "é", ""),
            List.of("characters of four bytes", "", "𝄞", ""),
            List.of("comment", "<!--", "x", "-->"),
            List.of("comment of hyphens", "<!--", "- ", "-->"),
            List.of("CDATA", "<![CDATA[", "x", "]]>"),
            List.of("CDATA of brackets", "<![CDATA[", "] ", "]]>"),
            List.of("instruction", "<?pi ", "x", "?>"),
            List.of("instruction of marks", "<?pi ", "? ", "?>"),
            List.of("attribute", "<a b='", "x", "'/>"),
            List.of("blanks in an attribute", "<a b='", " ", "'/>"),
            List.of("name", "<", "x", "/>"),
            List.of("name of an attribute", "<a ", "x", "=''/>"),
            List.of("name of an instruction", "<?", "x", "?>"),
            List.of("blanks in a tag", "<a ", " ", "/>"),
            List.of("blanks in an end tag", "<a></a", " ", ">"),
            List.of("namespace", "<a xmlns='", "x", "'/>"),
            List.of("digits of a reference", "&#", "0", "65;"),
            List.of("name of a reference", "&", "x", ";"));
    return things.stream()
        .flatMap(
            thing ->
                Stream.of(
                        Where.BEFORE_HEADER, Where.HEADER_VALUE, Where.IN_PASSAGE, Where.LAST_VALUE)
                    .flatMap(
                        where ->
                            Stream.of(UTF_8, UTF_16BE)
                                .map(charset -> gigabyte(thing, where, charset))));
  }

  private static HostileCase gigabyte(List<String> thing, Where where, Charset charset) {
    return new HostileCase(
        "a gigabyte",
        thing.get(0) + " " + where + " " + charset,
        () ->
            where.put(stream(thing.get(1), thing.get(2), GIGABYTE, thing.get(3), charset), charset),
        Expected.refused(FindingCode.PARSER_LIMIT, FindingCode.DOCTYPE, FindingCode.MALFORMED));
  }

  private static Stream<HostileCase> depth() {
    return Stream.of(
            "a", "flux", "passageCertification", "idTechnique", "a xmlns='urn:x'", "a b=''")
        .flatMap(
            tag ->
                Stream.of(65, 1_000, 100_000, 1_000_000)
                    .flatMap(
                        depth ->
                            Stream.of(
                                    Where.BEFORE_HEADER,
                                    Where.IN_PASSAGE,
                                    Where.LAST_VALUE,
                                    Where.BEFORE_END)
                                .map(
                                    where ->
                                        new HostileCase(
                                            "depth",
                                            depth + " of " + tag + " " + where,
                                            () -> deep(tag, depth, where),
                                            LIMIT))));
  }

  private static InputStream deep(String tag, int depth, Where where) {
    byte[] start = ("<" + tag + ">").getBytes(UTF_8);
    byte[] end = ("</" + tag.replaceAll(" .*", "") + ">").getBytes(UTF_8);
    return where.put(
        new GeneratedStream(
            Stream.concat(
                    Stream.generate(() -> start).limit(depth),
                    Stream.generate(() -> end).limit(depth))
                .iterator()),
        UTF_8);
  }

  private static Stream<HostileCase> attributes() {
    List<IntFunction<String>> kinds =
        List.of(
            i -> " a" + i + "=''",
            i -> " xmlns:p" + i + "='urn:" + i + "'",
            i -> " xmlns:p" + i + "='urn:x'",
            i -> " " + collision(i) + "=''",
            i -> " xml:a" + i + "=''");
    return IntStream.range(0, kinds.size())
        .boxed()
        .flatMap(
            kind ->
                Stream.of(65, 1_000, 10_000, 100_000)
                    .flatMap(
                        count ->
                            Stream.of(
                                    Where.ROOT_ATTRIBUTE,
                                    Where.PASSAGE_ATTRIBUTE,
                                    Where.VALUE_ATTRIBUTE)
                                .map(
                                    where ->
                                        new HostileCase(
                                            "attributes",
                                            count + " of kind " + kind + " " + where,
                                            () -> many(where, count, kinds.get(kind)),
                                            LIMIT))));
  }

  private static InputStream many(Where where, int count, IntFunction<String> piece) {
    return where.put(
        new GeneratedStream(
            IntStream.range(0, count).mapToObj(i -> piece.apply(i).getBytes(UTF_8)).iterator()),
        UTF_8);
  }

  /** Different names with one hash code. */
  private static String collision(int number) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < 17; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }

  private static Stream<HostileCase> names() {
    return Stream.of("n", "é", "𐌰", "a.", "p:")
        .flatMap(
            letter ->
                Stream.of(300, 10_000, 1_000_000)
                    .flatMap(
                        length -> {
                          String name =
                              letter.endsWith(":")
                                  ? "p" + "p".repeat(length) + ":a"
                                  : letter.repeat(length / letter.length());
                          return Stream.of(
                              name("element", Where.IN_PASSAGE, "<" + name + "/>", letter, length),
                              name("end tag", Where.IN_PASSAGE, "</" + name + ">", letter, length),
                              name(
                                  "attribute", Where.VALUE_ATTRIBUTE, name + "=''", letter, length),
                              name(
                                  "instruction",
                                  Where.IN_PASSAGE,
                                  "<?" + name + "?>",
                                  letter,
                                  length),
                              name(
                                  "prefix",
                                  Where.PASSAGE_ATTRIBUTE,
                                  "xmlns:" + name.replace(":", "") + "=''",
                                  letter,
                                  length),
                              name(
                                  "reference",
                                  Where.PASSAGE_VALUE,
                                  "&" + name + ";",
                                  letter,
                                  length));
                        }));
  }

  private static HostileCase name(
      String what, Where where, String piece, String letter, int length) {
    return HostileCase.of(
        "long names",
        what + " " + length + " of " + letter,
        where.put(piece),
        Expected.refused(FindingCode.PARSER_LIMIT, FindingCode.MALFORMED, FindingCode.DOCTYPE));
  }

  private static Stream<HostileCase> manyNames() {
    List<IntFunction<String>> kinds =
        List.of(
            i -> "<n" + i + "/>",
            i -> "<n a" + i + "=''/>",
            i -> "<n xmlns:p='urn:" + i + "'/>",
            i -> "<n xmlns:p" + i + "='urn:x'/>",
            i -> "<?p" + i + "?>",
            i -> "<" + collision(i) + "/>");
    return IntStream.range(0, kinds.size())
        .boxed()
        .flatMap(
            kind ->
                Where.ELEMENTS.stream()
                    .map(
                        where ->
                            new HostileCase(
                                "ever new names",
                                "kind " + kind + " " + where,
                                () -> many(where, 1_000_000, kinds.get(kind)),
                                LIMIT)));
  }

  /** Texts of many small pieces. */
  private static Stream<HostileCase> manyPieces() {
    return Stream.of("xxxxxxx<!-- -->", "x<?p?>", "&amp;", "<![CDATA[x]]>", "&#65;", "]]&gt;")
        .flatMap(
            piece ->
                Where.VALUES.stream()
                    .map(
                        where ->
                            new HostileCase(
                                "texts in pieces",
                                piece + " " + where,
                                () -> many(where, 1_000_000, i -> piece),
                                LIMIT)));
  }
}
