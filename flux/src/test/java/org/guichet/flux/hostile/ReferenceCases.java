package org.guichet.flux.hostile;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.flux.FindingCode;

/** Markup that names another file, and instructions that mean nothing here. */
final class ReferenceCases {
  private static final Expected NO_URI =
      Expected.told(FindingCode.SCHEMA, FindingCode.ATTRIBUTE_VALUE, FindingCode.VALUE_REPEATED);

  private ReferenceCases() {}

  static Stream<HostileCase> all(Targets targets) {
    return Stream.of(
            schemaLocations(targets),
            types(),
            inclusions(targets),
            instructions(targets),
            marksOfTheReader(),
            reservedInstructions())
        .flatMap(cases -> cases);
  }

  /** Hints at schemas are legal everywhere, and followed nowhere; what is no URI is told. */
  private static Stream<HostileCase> schemaLocations(Targets targets) {
    return targets.all().stream()
        .flatMap(
            target ->
                Stream.of(
                        "xsi:schemaLocation='urn:cdc:cpf:pc5:schema:1.0.0 " + target + "'",
                        "xsi:schemaLocation='urn:other " + target + "'",
                        "xsi:schemaLocation='" + target + "'",
                        "xsi:noNamespaceSchemaLocation='" + target + "'")
                    .flatMap(
                        hint ->
                            Stream.of(
                                    Where.ROOT_ATTRIBUTE,
                                    Where.PASSAGE_ATTRIBUTE,
                                    Where.VALUE_ATTRIBUTE)
                                .map(
                                    where ->
                                        HostileCase.of(
                                            "schema locations",
                                            hint + " " + where,
                                            where.put(hint),
                                            target.startsWith("%") || target.startsWith("\\\\")
                                                ? NO_URI
                                                : Expected.accepted()))));
  }

  private static Stream<HostileCase> types() {
    return Stream.of(
            "xsi:type='xs:string' xmlns:xs='http://www.w3.org/2001/XMLSchema'",
            "xsi:type='xs:anyType' xmlns:xs='http://www.w3.org/2001/XMLSchema'",
            "xsi:type='unknown'",
            "xsi:type='p:unknown'",
            "xsi:type=''",
            "xsi:nil='true'",
            "xsi:nil='perhaps'",
            "xsi:unknown='1'",
            "xml:base='http://127.0.0.1/'",
            "xml:lang='xx-invalid-lang-tag'",
            "xml:space='preserve'",
            "xml:id='a'")
        .flatMap(
            attribute ->
                Stream.of(Where.ROOT_ATTRIBUTE, Where.PASSAGE_ATTRIBUTE, Where.VALUE_ATTRIBUTE)
                    .map(
                        where ->
                            HostileCase.of(
                                "attributes of schema and XML",
                                attribute + " " + where,
                                where.put(attribute),
                                Expected.told(
                                        FindingCode.SCHEMA,
                                        FindingCode.ATTRIBUTE_VALUE,
                                        FindingCode.UNKNOWN_ATTRIBUTE,
                                        FindingCode.NIL_NOT_ALLOWED,
                                        FindingCode.NIL_NOT_EMPTY)
                                    .besides(
                                        FindingCode.VALUE_REPEATED,
                                        FindingCode.NOT_A_VALUE,
                                        FindingCode.MISSING_ELEMENT))));
  }

  private static Stream<HostileCase> inclusions(Targets targets) {
    return targets.all().stream()
        .flatMap(
            target ->
                Stream.of(
                        "<xi:include href='" + target + "'/>",
                        "<xi:include href='" + target + "' parse='text'/>",
                        "<xi:include href='" + target + "'><xi:fallback/></xi:include>")
                    .flatMap(
                        include ->
                            Stream.of(
                                    Where.BEFORE_HEADER,
                                    Where.IN_PASSAGE,
                                    Where.PASSAGE_VALUE,
                                    Where.END_OF_PASSAGES)
                                .map(where -> inclusion(include, where))));
  }

  private static HostileCase inclusion(String include, Where where) {
    return HostileCase.of(
        "XInclude",
        include + " " + where,
        where
            .put(include)
            .replace("<xi:include", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude'"),
        Expected.told(
                FindingCode.UNEXPECTED_ELEMENT, FindingCode.NAMESPACE, FindingCode.NOT_A_VALUE)
            .besides(
                FindingCode.MISSING_ELEMENT,
                FindingCode.ATTRIBUTE_VALUE, // where the value is, quoted with what it holds
                FindingCode.VALUE_REPEATED));
  }

  /** Instructions are legal everywhere, and followed nowhere. */
  private static Stream<HostileCase> instructions(Targets targets) {
    return targets.few().stream()
        .flatMap(
            target ->
                Stream.of(
                        "<?xml-stylesheet type='text/xsl' href='" + target + "'?>",
                        "<?xml-model href='" + target + "'?>",
                        "<?oasis-xml-catalog catalog='" + target + "'?>",
                        "<?include file='" + target + "'?>",
                        "<?php readfile('" + target + "'); ?>",
                        "<?import " + target + "?>")
                    .flatMap(ReferenceCases::harmless));
  }

  private static Stream<HostileCase> harmless(String instruction) {
    return Stream.of(
            Where.PROLOG,
            Where.BEFORE_HEADER,
            Where.BETWEEN_PASSAGES,
            Where.IN_PASSAGE,
            Where.PASSAGE_VALUE,
            Where.END_OF_PASSAGES,
            Where.AFTER_END)
        .map(
            where ->
                HostileCase.of(
                    "instructions",
                    instruction + " " + where,
                    where.put(instruction),
                    Expected.accepted()));
  }

  /** The reader marks what it spares the parser by instructions of a name that nobody can guess. */
  private static Stream<HostileCase> marksOfTheReader() {
    Random random = new Random(1);
    Stream<String> names =
        Stream.concat(
            Stream.of("g", "g0", "g" + "0".repeat(32), "G" + "f".repeat(32)),
            IntStream.range(0, 4)
                .mapToObj(
                    i -> {
                      byte[] bytes = new byte[16];
                      random.nextBytes(bytes);
                      return "g" + HexFormat.of().formatHex(bytes);
                    }));
    return names.flatMap(
        name ->
            Stream.of("", " 0", " 1", " 2", " -1", " x", " 2147483648")
                .flatMap(
                    data ->
                        Stream.of(
                                Where.PROLOG,
                                Where.BETWEEN_PASSAGES,
                                Where.IN_PASSAGE,
                                Where.PASSAGE_VALUE,
                                Where.END_OF_PASSAGES)
                            .map(
                                where ->
                                    HostileCase.of(
                                        "instructions like the reader's marks",
                                        name + data + " " + where,
                                        where.put("<?" + name + data + "?>"),
                                        Expected.accepted()))));
  }

  private static Stream<HostileCase> reservedInstructions() {
    return List.of(
            "<?xml version='1.0'?>",
            "<?xml version='1.0' encoding='UTF-16'?>",
            "<?XML x?>",
            "<?xMl?>",
            "<??>",
            "<? pi?>",
            "<?1?>",
            "<?a:b?",
            "<?",
            "<?pi",
            "<?pi?",
            "<?pi'?'>")
        .stream()
        .flatMap(
            piece ->
                Stream.of(
                        Where.BEFORE_HEADER,
                        Where.BETWEEN_PASSAGES,
                        Where.IN_PASSAGE,
                        Where.PASSAGE_VALUE,
                        Where.AFTER_END)
                    .map(
                        where ->
                            HostileCase.of(
                                "broken instructions",
                                piece + " " + where,
                                where.put(piece),
                                Expected.refused(FindingCode.MALFORMED))));
  }
}
