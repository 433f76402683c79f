package org.guichet.flux.hostile;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;

/** Character data, broken tags, versions of XML, and its declaration. */
final class MarkupCases {
  private static final Expected MALFORMED = Expected.refused(FindingCode.MALFORMED);

  private MarkupCases() {}

  static Stream<HostileCase> all() {
    return Stream.of(characterData(), brokenTags(), versions(), declarations())
        .flatMap(cases -> cases);
  }

  private static Stream<HostileCase> characterData() {
    Stream<HostileCase> legal =
        Stream.of(
                "<![CDATA[]]>",
                "<![CDATA[</idTechnique><a>]]>",
                "<![CDATA[<![CDATA[]]>",
                "<![CDATA[]]]]><![CDATA[>]]>",
                "<![CDATA[&e;]]>",
                "<![CDATA[<!-- ]]>",
                "<!-- <![CDATA[ -->",
                "<!-- </idTechnique> -->",
                "<!-- ]]> -->",
                "<?p <![CDATA[?>",
                "<?p </passageCertification>?>",
                "<!---->",
                "]]",
                "]]&gt;",
                "&lt;/idTechnique&gt;",
                "&#60;a&#62;",
                "&#38;lt;")
            .flatMap(
                piece ->
                    Where.VALUES.stream()
                        .map(where -> legal(where.put(piece), piece + " " + where)));
    Stream<HostileCase> broken =
        Stream.of(
                "]]>",
                "<![CDATA[",
                "<![CDATA",
                "<![cdata[x]]>",
                "<![CDATA[x]]",
                "<![ CDATA[x]]>",
                "<!-- -- -->",
                "<!--",
                "<!-- --",
                "<!--->",
                "<!-- --->",
                "<! -- x -->",
                "<!>",
                "<>",
                "</>",
                "< a/>",
                "<a",
                "</a>",
                "<a></b>",
                "<a / >",
                "<a/",
                "</idTechnique",
                "</idTechnique></idTechnique>",
                "</flux>",
                "<a><b></a></b>",
                "<1/>",
                "<-a/>",
                "<.a/>",
                "<a b/>",
                "<é<",
                "<&lt;/>",
                "<a\u00A0b='1'/>",
                "<\u2028/>",
                "<a\u0085/>")
            .flatMap(
                piece ->
                    Stream.concat(
                            Where.VALUES.stream(),
                            Stream.of(Where.BETWEEN_PASSAGES, Where.IN_PASSAGE, Where.BEFORE_END))
                        .map(
                            where ->
                                HostileCase.of(
                                    "broken markup",
                                    piece + " " + where,
                                    where.put(piece),
                                    MALFORMED)));
    return Stream.concat(legal, broken);
  }

  private static HostileCase legal(String file, String variant) {
    return HostileCase.of("legal character data", variant, file, Expected.accepted());
  }

  private static Stream<HostileCase> brokenTags() {
    String file = Where.file();
    return Stream.of("flux", "idFlux", "passageCertification", "idTechnique", "titulaire", "sexe")
        .flatMap(
            name ->
                Stream.of(
                    file.replaceFirst("</" + name + ">", ""),
                    file.replaceFirst("<" + name + "(?=[ >])", "<" + name + "x"),
                    file.replaceFirst("</" + name + ">", "</" + name + "x>"),
                    file.replaceFirst("</" + name + ">", "</ " + name + ">"),
                    file.replaceFirst("</" + name + ">", "</" + name + " a='1'>"),
                    file.replaceFirst("</" + name + ">", "</" + name + "/>"),
                    file.replaceFirst("</" + name + ">", "</p:" + name + ">"),
                    file.replaceFirst("<" + name + "(?=[ >])", "<p:" + name),
                    file.replaceFirst("</" + name + ">", "<" + name + ">")))
        .distinct()
        .map(broken -> HostileCase.of("broken tags", "" + broken.hashCode(), broken, MALFORMED));
  }

  /** Other versions of XML; 1.1 is read, with its own line ends and characters. */
  private static Stream<HostileCase> versions() {
    String file = Where.file();
    Stream<HostileCase> refused =
        Stream.of("1.2", "2.0", "1", "1.", "1.00", "01.0", "", " 1.0", "1.0 ", "1.1 ", "0.9", "x")
            .map(
                version ->
                    HostileCase.of(
                        "versions of XML",
                        "'" + version + "'",
                        file.replace("\"1.0\"", "\"" + version + "\""),
                        MALFORMED));
    Stream<HostileCase> read =
        Stream.of("", "\u0085", "\u2028", "&#x85;", "\r\u0085")
            .flatMap(
                blank ->
                    Stream.of(Where.BEFORE_HEADER, Where.BETWEEN_PASSAGES, Where.IN_PASSAGE)
                        .map(
                            where ->
                                HostileCase.of(
                                    "XML 1.1",
                                    "blank " + Integer.toHexString(blank.hashCode()) + " " + where,
                                    where.put(blank).replace("\"1.0\"", "\"1.1\""),
                                    blank.startsWith("&")
                                        ? Expected.told(FindingCode.STRAY_TEXT)
                                        : Expected.accepted())));
    Stream<HostileCase> characters =
        IntStream.rangeClosed(1, 31)
            .filter(c -> c != 9 && c != 10 && c != 13)
            .boxed()
            .flatMap(
                c ->
                    Stream.of(
                        HostileCase.of(
                            "XML 1.1",
                            "reference to " + c,
                            Where.PASSAGE_VALUE.put("&#" + c + ";").replace("\"1.0\"", "\"1.1\""),
                            Expected.accepted()),
                        HostileCase.of(
                            "XML 1.1",
                            "control character " + c,
                            Where.PASSAGE_VALUE
                                .put(Character.toString(c))
                                .replace("\"1.0\"", "\"1.1\""),
                            MALFORMED)));
    return Stream.of(refused, read, characters).flatMap(cases -> cases);
  }

  private static Stream<HostileCase> declarations() {
    String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    return Stream.of(
            "<?xml?>",
            "<?xml encoding='UTF-8'?>",
            "<?xml encoding='UTF-8' version='1.0'?>",
            "<?xml version='1.0' encoding='UTF-8' standalone='perhaps'?>",
            "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>",
            "<?xml version='1.0' version='1.0'?>",
            "<?xml version=1.0?>",
            "<?xml version='1.0\"?>",
            "<?xml version='1.0' encoding='UTF-8' extra='1'?>",
            "<?xml version='1.0' encoding='UTF-8'>",
            "<?xml version='1.0' encoding='UTF-8'",
            "<?xml version='1.0'encoding='UTF-8'?>",
            "<?xml-version='1.0'?>",
            "<?XML version='1.0'?>",
            "<?xml version='&#49;.0'?>",
            "<?xml version='1.0' encoding='&#85;TF-8'?>",
            " " + declaration,
            "\n" + declaration,
            "<!-- -->" + declaration,
            declaration + declaration)
        .map(
            other ->
                HostileCase.of(
                    "broken XML declarations",
                    other,
                    Where.file().replace(declaration, other),
                    Expected.refused(FindingCode.MALFORMED, FindingCode.ENCODING)));
  }
}
