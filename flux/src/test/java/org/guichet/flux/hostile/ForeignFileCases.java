package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.guichet.flux.FindingCode;

/** What isn't a flux at all. */
final class ForeignFileCases {
  private ForeignFileCases() {}

  static Stream<HostileCase> all() {
    return Stream.of(binaries(), texts(), otherXml(), noise()).flatMap(cases -> cases);
  }

  /** The first bytes of well-known formats, with noise behind. */
  private static Stream<HostileCase> binaries() {
    Map<String, String> formats = new LinkedHashMap<>();
    formats.put("zip", "504B0304140000000800");
    formats.put("empty zip", "504B0506000000000000");
    formats.put("7z", "377ABCAF271C0004");
    formats.put("rar", "526172211A0701");
    formats.put("xz", "FD377A585A0000");
    formats.put("bzip2", "425A6839314159265359");
    formats.put("zstd", "28B52FFD");
    formats.put("pdf", "255044462D312E37");
    formats.put("png", "89504E470D0A1A0A");
    formats.put("jpeg", "FFD8FFE000104A464946");
    formats.put("gif", "474946383961");
    formats.put("ole", "D0CF11E0A1B11AE1");
    formats.put("class", "CAFEBABE00000034");
    formats.put("serialized", "ACED0005737200");
    formats.put("elf", "7F454C460201");
    formats.put("exe", "4D5A9000");
    formats.put("sqlite", "53514C69746520666F726D6174");
    formats.put("fast infoset", "E00000010078");
    formats.put("wbxml", "03016A00");
    formats.put("der", "3082010A02820101");
    return formats.entrySet().stream()
        .flatMap(
            format ->
                Stream.of(0, 100, 20_000)
                    .map(
                        length ->
                            HostileCase.of(
                                "other formats",
                                format.getKey() + " " + length,
                                with(HexFormat.of().parseHex(format.getValue()), noise(7, length)),
                                Expected.refused(FindingCode.NOT_XML, FindingCode.ENCODING))));
  }

  private static Stream<HostileCase> texts() {
    return Stream.of(
            "",
            "\uFEFF",
            "\uFEFF\uFEFF",
            " \t\r\n",
            " ".repeat(10_000),
            "\u0000",
            "\u0000".repeat(10_000),
            "x",
            "{\"flux\": {}}",
            "[]",
            "null",
            "---\nflux: 1\n",
            "idFlux;horodatage\n1;2\n",
            "ISA*00*          *00*",
            "UNA:+.? 'UNB+UNOA:1'",
            "%!PS-Adobe-3.0",
            "{\\rtf1\\ansi}",
            "From: a@b.example\r\nContent-Type: text/xml\r\n\r\n<flux/>",
            "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<flux/>",
            "-----BEGIN PGP MESSAGE-----\n",
            "#!/bin/sh\nexit 1\n",
            "&lt;flux&gt;",
            "PGZsdXgvPg==",
            "+ADw-flux/+AD4-",
            "\uFE64flux\uFE65",
            "\u200B<flux/>")
        .map(
            text ->
                HostileCase.of(
                    "other texts",
                    text.substring(0, Math.min(30, text.length())).strip() + " " + text.length(),
                    text,
                    Expected.refused(FindingCode.NOT_XML, FindingCode.MALFORMED)));
  }

  private static Stream<HostileCase> otherXml() {
    return Stream.of(
            "<a/>",
            "<html><body/></html>",
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Erreur</title></head></html>",
            "<rss version='2.0'><channel/></rss>",
            "<rapport xmlns:ns2='urn:cdc:cpf:pc5:rapport:schema'><nomFichier>a</nomFichier></rapport>",
            "<project xmlns='http://maven.apache.org/POM/4.0.0'/>",
            "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'/>",
            "<java version='17' class='java.beans.XMLDecoder'><object class='java.lang.Runtime'/></java>",
            "<Flux xmlns='urn:cdc:cpf:pc5:schema:1.0.0'/>",
            "<FLUX/>",
            "<passageCertification xmlns='urn:cdc:cpf:pc5:schema:1.0.0'/>",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>")
        .map(
            xml ->
                HostileCase.of(
                    "other XML", xml, xml, Expected.told(FindingCode.ROOT, FindingCode.NAMESPACE)));
  }

  private static Stream<HostileCase> noise() {
    Stream<HostileCase> plain =
        IntStream.range(0, 40)
            .mapToObj(
                seed ->
                    HostileCase.of(
                        "noise",
                        "seed " + seed,
                        noise(seed, 1 + seed * 97),
                        Expected.refused(
                            FindingCode.NOT_XML, FindingCode.MALFORMED, FindingCode.ENCODING)));
    Stream<HostileCase> behindARoot =
        IntStream.range(0, 40)
            .mapToObj(
                seed ->
                    HostileCase.of(
                        "noise",
                        "in a root, seed " + seed,
                        with("<flux>".getBytes(UTF_8), noise(seed, 200 + seed * 97)),
                        Expected.refused(FindingCode.MALFORMED)));
    Stream<HostileCase> packed =
        Stream.of(
            HostileCase.of(
                "other formats",
                "gzip of a flux",
                packed(),
                Expected.refused(FindingCode.NOT_XML)));
    return Stream.of(plain, behindARoot, packed).flatMap(cases -> cases);
  }

  private static byte[] packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Where.file().getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] noise(long seed, int length) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static byte[] with(byte[] head, byte[] tail) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head);
    file.writeBytes(tail);
    return file.toByteArray();
  }
}
