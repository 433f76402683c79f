package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;

/** Document types and entities: what fetches, what grows, and what only looks like it. */
final class EntityCases {
  private static final Expected REFUSED = Expected.refused(FindingCode.DOCTYPE);
  private static final Expected MALFORMED = Expected.refused(FindingCode.MALFORMED);

  private EntityCases() {}

  static Stream<HostileCase> all(Targets targets) {
    return Stream.of(
            fetching(targets), hidden(targets), misplaced(), growing(), undeclared(), characters())
        .flatMap(cases -> cases);
  }

  /** Document types that fetch something, by the name of the way. */
  private static Map<String, String> doctypes(String target) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("external subset", "<!DOCTYPE flux SYSTEM '" + target + "'>");
    all.put("public external subset", "<!DOCTYPE flux PUBLIC '-//X//Y//FR' '" + target + "'>");
    all.put("unused entity", dtd("<!ENTITY f SYSTEM '" + target + "'>"));
    all.put("entity", dtd("<!ENTITY e SYSTEM '" + target + "'>"));
    all.put("public entity", dtd("<!ENTITY e PUBLIC 'p' '" + target + "'>"));
    all.put("parameter entity", dtd("<!ENTITY % p SYSTEM '" + target + "'> %p;"));
    all.put(
        "parameter entity that sends",
        dtd(
            "<!ENTITY % f SYSTEM '"
                + target
                + "'><!ENTITY % p \"<!ENTITY &#37; s SYSTEM '"
                + target
                + "?%f;'>\"> %p; %s;"));
    all.put("entity in an entity", dtd("<!ENTITY x SYSTEM '" + target + "'><!ENTITY e '&x;'>"));
    all.put(
        "entity in a default value",
        dtd("<!ENTITY x SYSTEM '" + target + "'><!ATTLIST flux a CDATA '&x;'>"));
    all.put(
        "unparsed entity",
        dtd("<!NOTATION n SYSTEM '" + target + "'><!ENTITY e SYSTEM '" + target + "' NDATA n>"));
    all.put("notation", dtd("<!NOTATION n SYSTEM '" + target + "'>"));
    all.put("both subsets", "<!DOCTYPE flux SYSTEM '" + target + "' [<!ENTITY e SYSTEM 'x:y'>]>");
    all.put(
        "error that quotes",
        dtd(
            "<!ENTITY % f SYSTEM '"
                + target
                + "'><!ENTITY % p \"<!ENTITY &#37; s SYSTEM 'file:///none/%f;'>\">%p;%s;"));
    return all;
  }

  private static String dtd(String declarations) {
    return "<!DOCTYPE flux [" + declarations + "]>";
  }

  private static Stream<HostileCase> fetching(Targets targets) {
    return targets.all().stream()
        .flatMap(
            target ->
                doctypes(target).entrySet().stream()
                    .map(
                        way ->
                            HostileCase.of(
                                "XXE",
                                way.getKey() + " " + target,
                                Where.PROLOG
                                    .put(way.getValue())
                                    .replace("FLUX-0001", "&e;")
                                    .replace("T-000002", "&e;"),
                                REFUSED)));
  }

  /** The same in the other encodings that are read. */
  private static Stream<HostileCase> hidden(Targets targets) {
    return doctypes(targets.http()).entrySet().stream()
        .flatMap(
            way ->
                Stream.of(UTF_16LE, UTF_16BE, Charset.forName("windows-1252"))
                    .map(
                        charset ->
                            HostileCase.of(
                                "XXE in another encoding",
                                way.getKey() + " " + charset,
                                Where.PROLOG
                                    .put(way.getValue())
                                    .replace("UTF-8", charset.name().replaceAll("[BL]E$", ""))
                                    .replace("FLUX-0001", "&e;")
                                    .getBytes(charset),
                                REFUSED)));
  }

  private static Stream<HostileCase> misplaced() {
    return Stream.of(
            "<!DOCTYPE flux>",
            "<!DOCTYPE flux []>",
            "<!doctype flux>",
            "<!DOCTYPE",
            "<!DOCTYPE flux [<!ENTITY e 'x'>]>",
            "<!ENTITY e 'x'>",
            "<!ELEMENT flux ANY>",
            "<![INCLUDE[<!ENTITY e 'x'>]]>",
            "<![IGNORE[x]]>",
            "%p;")
        .flatMap(
            piece ->
                Stream.of(
                        Where.START,
                        Where.PROLOG,
                        Where.ROOT_ATTRIBUTE,
                        Where.BEFORE_HEADER,
                        Where.BETWEEN_PASSAGES,
                        Where.IN_PASSAGE,
                        Where.AFTER_END)
                    .filter(
                        where ->
                            !piece.startsWith("%") || where.compareTo(Where.ROOT_ATTRIBUTE) <= 0)
                    .map(
                        where ->
                            HostileCase.of(
                                "misplaced declarations",
                                piece + " " + where,
                                where.put(piece),
                                Expected.refused(
                                    FindingCode.DOCTYPE,
                                    FindingCode.MALFORMED,
                                    FindingCode.NOT_XML))));
  }

  /** Entities that grow when they are replaced. */
  private static Stream<HostileCase> growing() {
    Stream<HostileCase> laughs =
        Stream.of("", "% ")
            .flatMap(
                kind ->
                    Stream.of(2, 3, 5, 10, 30, 100, 1_000)
                        .map(
                            levels ->
                                HostileCase.of(
                                    "billion laughs",
                                    kind + levels,
                                    laughs(kind, levels),
                                    REFUSED)));
    Stream<HostileCase> quadratic =
        Stream.of(1_000, 10_000, 50_000, 100_000)
            .flatMap(
                size ->
                    Where.VALUES.stream()
                        .map(
                            where ->
                                HostileCase.of(
                                    "quadratic blow-up",
                                    size + " " + where,
                                    where
                                        .put("&e;".repeat(size))
                                        .replace(
                                            "<flux",
                                            dtd("<!ENTITY e '" + "x".repeat(size) + "'>")
                                                + "<flux"),
                                    REFUSED)));
    Stream<HostileCase> circles =
        Stream.of(
                "<!ENTITY e '&e;'>",
                "<!ENTITY e '&f;'><!ENTITY f '&e;'>",
                "<!ENTITY % p '&#37;p;'>%p;",
                "<!ENTITY e '<e>&e;</e>'>",
                "<!ENTITY lt '&#38;#60;&lt;'><!ENTITY e '&lt;'>")
            .map(
                circle ->
                    HostileCase.of(
                        "circular entities",
                        circle,
                        Where.HEADER_VALUE.put("&e;").replace("<flux", dtd(circle) + "<flux"),
                        REFUSED));
    return Stream.of(laughs, quadratic, circles).flatMap(cases -> cases);
  }

  private static String laughs(String kind, int levels) {
    String mark = kind.isEmpty() ? "&" : "&#37;";
    StringBuilder entities = new StringBuilder("<!ENTITY " + kind + "e0 'ha'>");
    for (int level = 1; level <= levels; level++) {
      String last = mark + "e" + (level - 1) + ";";
      entities.append("<!ENTITY ").append(kind).append('e').append(level).append(" '");
      entities.append(last.repeat(10)).append("'>");
    }
    String use = kind.isEmpty() ? "" : "%e" + levels + ";";
    return Where.HEADER_VALUE
        .put(kind.isEmpty() ? "&e" + levels + ";" : "")
        .replace("<flux", dtd(entities + use) + "<flux");
  }

  private static Stream<HostileCase> undeclared() {
    return Stream.of("&e;", "&eacute;", "&nbsp;", "&copy;", "&LT;", "&a.b-c;", "&é;")
        .flatMap(
            reference ->
                Where.VALUES.stream()
                    .map(
                        where ->
                            HostileCase.of(
                                "undeclared entities",
                                reference + " " + where,
                                where.put(reference),
                                REFUSED)));
  }

  /** References to characters that there aren't, and things that look like references. */
  private static Stream<HostileCase> characters() {
    return Stream.of(
            List.of("&#0;", "&#x0;", "&#1;", "&#x1F;", "&#xD800;", "&#xDFFF;", "&#xFFFE;"),
            List.of("&#xFFFF;", "&#x110000;", "&#1114112;", "&#99999999999;", "&#x100000041;"),
            List.of("&#;", "&#x;", "&#-1;", "&#+65;", "&#X41;", "&#0x41;", "&# 65;", "&#65"),
            List.of("&", "& ", "&&amp;", "&amp", "&;", "&1;", "&-a;", "&#x1FFFFFFFFFFFFFFFF41;"),
            List.of("&#" + "0".repeat(300) + ";", "&#xG;", "&<a/>;", "&#xD83D;&#xDE00;"))
        .flatMap(List::stream)
        .flatMap(
            reference ->
                Stream.concat(Where.VALUES.stream(), Stream.of(Where.ATTRIBUTE_VALUE))
                    .map(
                        where ->
                            HostileCase.of(
                                "bad references",
                                reference.substring(0, Math.min(20, reference.length()))
                                    + " "
                                    + where,
                                where.put(reference),
                                MALFORMED)));
  }
}
