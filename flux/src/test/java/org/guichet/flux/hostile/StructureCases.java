package org.guichet.flux.hostile;

import java.util.stream.Stream;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxSamples;

/** Namespaces, attributes, elements from elsewhere, and things that come again and again. */
final class StructureCases {
  private static final Expected MALFORMED = Expected.refused(FindingCode.MALFORMED);

  private StructureCases() {}

  static Stream<HostileCase> all() {
    return Stream.of(foreignElements(), namespaces(), brokenNamespaces(), repeated())
        .flatMap(cases -> cases);
  }

  private static Stream<HostileCase> foreignElements() {
    return Stream.of(
            "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "<x:stylesheet xmlns:x='http://www.w3.org/1999/XSL/Transform' version='1.0'/>",
            "<xs:import xmlns:xs='http://www.w3.org/2001/XMLSchema' schemaLocation='http://x/'/>",
            "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'/>",
            "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>",
            "<flux xmlns=''/>",
            "<flux/>",
            "<passageCertification/>",
            "<idTechnique xmlns='urn:cdc:cpf:pc5:schema:1.0.1'>x</idTechnique>",
            "<p:idTechnique xmlns:p='urn:cdc:cpf:pc5:schema:1.0.0 '>x</p:idTechnique>",
            "<java.lang.Runtime xmlns='java'/>")
        .flatMap(
            element ->
                Where.ELEMENTS.stream()
                    .filter(
                        where ->
                            !element.startsWith("<passage")
                                || where.compareTo(Where.IN_PASSAGE) <= 0)
                    .map(
                        where ->
                            new HostileCase(
                                "foreign elements",
                                element + " " + where,
                                HostileCase.of("", "", where.put(element), MALFORMED).file(),
                                Expected.told(
                                        FindingCode.UNEXPECTED_ELEMENT,
                                        FindingCode.NAMESPACE,
                                        FindingCode.MISPLACED_ELEMENT,
                                        FindingCode.DUPLICATE_ELEMENT,
                                        FindingCode.MISSING_ELEMENT,
                                        FindingCode.MISNAMED_ELEMENT)
                                    .besides(FindingCode.ROOT, FindingCode.SCHEMA))));
  }

  /** Legal namespaces that turn the file into another one. */
  private static Stream<HostileCase> namespaces() {
    String file = Where.file();
    String prefixed = file.replaceAll("<(/?)([a-z])", "<$1f:$2").replace("xmlns=", "xmlns:f=");
    return Stream.of(
        HostileCase.of("namespaces", "a prefix", prefixed, Expected.accepted()),
        HostileCase.of(
            "namespaces",
            "another prefix for instances",
            file.replace("xsi:", "é:").replace("xmlns:xsi", "xmlns:é"),
            Expected.accepted()),
        HostileCase.of(
            "namespaces",
            "prefix rebound within a passage",
            Where.PASSAGE_ATTRIBUTE.put("xmlns:xsi='urn:x'"),
            Expected.told(FindingCode.UNKNOWN_ATTRIBUTE)
                .besides(
                    FindingCode.EMPTY_NOT_NIL,
                    FindingCode.EMPTY_VALUE,
                    FindingCode.VALUE_REPEATED,
                    FindingCode.NOT_IN_LIST,
                    FindingCode.DATE_FORM)),
        other(file, "no namespace", "xmlns=\"" + FluxSamples.NAMESPACE + "\"", ""),
        other(file, "capitals", "urn:cdc", "URN:CDC"),
        other(file, "blank", "1.0.0\"", "1.0.0 \""),
        other(file, "homograph", "urn:cdc", "urn:сdс"),
        other(file, "encoded", "urn:cdc", "urn%3Acdc"),
        other(file, "next version", "1.0.0\"", "1.0.1\""),
        other(file, "script", FluxSamples.NAMESPACE, "javascript:alert(1)"));
  }

  private static HostileCase other(String file, String how, String from, String to) {
    return HostileCase.of(
        "namespaces",
        how,
        file.replace(from, to),
        Expected.told(FindingCode.NAMESPACE).besides(FindingCode.ROOT));
  }

  private static Stream<HostileCase> brokenNamespaces() {
    return Stream.of(
            "xmlns:xml='urn:x'",
            "xmlns:xmlns='urn:x'",
            "xmlns:p='http://www.w3.org/2000/xmlns/'",
            "xmlns:p='http://www.w3.org/XML/1998/namespace'",
            "xmlns='http://www.w3.org/2000/xmlns/'",
            "xmlns:p=''",
            "p:a='1'",
            "xmlns:p='urn:x' xmlns:q='urn:x' p:a='1' q:a='1'",
            "xmlns:p='urn:x' xmlns:p='urn:x'",
            "a='1' a='1'",
            "a:b:c='1'",
            "a:='1'",
            "a",
            "a=",
            "a=1",
            "a='",
            "a=\"'",
            "a='<'",
            "a='&'",
            "a='1'b='2'",
            "='1'",
            "/",
            "<",
            "<!-- -->",
            "\"",
            "1='a'",
            "-a='1'")
        .flatMap(
            attribute ->
                Stream.of(Where.ROOT_ATTRIBUTE, Where.PASSAGE_ATTRIBUTE, Where.VALUE_ATTRIBUTE)
                    .map(
                        where ->
                            HostileCase.of(
                                "broken attributes",
                                attribute + " " + where,
                                where.put(attribute),
                                MALFORMED)));
  }

  private static Stream<HostileCase> repeated() {
    String file = Where.file();
    String passage = FluxSamples.passage(2);
    return Stream.of(
        HostileCase.of(
            "repeated things",
            "one idTechnique 500 times",
            Where.END_OF_PASSAGES.put(passage.repeat(500)),
            Expected.told(FindingCode.DUPLICATE)),
        HostileCase.of(
            "repeated things",
            "one child of a passage 1,000 times",
            Where.IN_PASSAGE.put("<idTechnique>x</idTechnique>".repeat(1_000)),
            Expected.told(FindingCode.DUPLICATE_ELEMENT)),
        HostileCase.of(
            "repeated things",
            "header 1,000 times",
            Where.BEFORE_HEADER.put("<idFlux>x</idFlux>".repeat(1_000)),
            Expected.told(FindingCode.DUPLICATE_ELEMENT)),
        HostileCase.of(
            "repeated things",
            "one xml:id on two elements",
            Where.VALUE_ATTRIBUTE.put("xml:id='a'").replace("<idFlux", "<idFlux xml:id='a'"),
            Expected.told(FindingCode.UNKNOWN_ATTRIBUTE)),
        HostileCase.of("repeated things", "two files in one", file + file, MALFORMED),
        HostileCase.of(
            "repeated things",
            "a file within the file",
            Where.PASSAGE_VALUE.put(file.substring(file.indexOf("<flux"))),
            Expected.told(FindingCode.NOT_A_VALUE)),
        HostileCase.of("repeated things", "text behind", Where.AFTER_END.put("x"), MALFORMED),
        HostileCase.of("repeated things", "root behind", Where.AFTER_END.put("<a/>"), MALFORMED),
        HostileCase.of(
            "repeated things",
            "comments behind",
            Where.AFTER_END.put("<!-- -->".repeat(99)),
            Expected.accepted()));
  }
}
