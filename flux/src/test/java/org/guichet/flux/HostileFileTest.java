package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are made to hurt: each ends in one clean finding. The module's tests run in a small
 * heap, so what would gather hundreds of megabytes fails here.
 */
class HostileFileTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int HUNDREDS = 300;

  @TempDir Path folder;

  static Stream<String> textsOfHundredsOfMegabytes() {
    return Stream.of(
        "<flux>",
        "<flux xmlns='urn:cdc:cpf:pc5:schema:1.0.0'><idFlux>",
        "<flux a='",
        "<flux ",
        "<flux><!-- ",
        "<flux><![CDATA[",
        "<flux><?pi ",
        "<!-- ",
        "<flux></",
        "<flux>&#",
        "<flux>&",
        "<",
        "<?xml version='1.0' encoding='UTF-8' ",
        "");
  }

  @ParameterizedTest
  @MethodSource
  void textsOfHundredsOfMegabytes(String start) {
    for (String filling : new String[] {"x", " ", "0"}) {
      Recording read = new Recording();
      read.read(endless(start, filling.repeat(MEGABYTE)));
      assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
      assertThat(read.findings).isNotEmpty().hasSizeLessThan(4);
      assertThat(last(read).severity()).isEqualTo(Severity.FILE);
      assertThat(last(read).arguments().toString()).hasSizeLessThan(2_100);
    }
  }

  @Test
  void stopsATextOfManyPieces() {
    for (String piece : new String[] {"xxxxxxx<!-- -->", "x<?p?>", "&amp;", "<![CDATA[x]]>"}) {
      Recording read = new Recording();
      read.read(endless("<flux>", piece.repeat(MEGABYTE / piece.length())));
      assertThat(last(read).code()).isEqualTo(FindingCode.PARSER_LIMIT);
    }
  }

  @Test
  void stopsAFileOfEverNewNames() {
    Stream<String> elements = IntStream.range(0, 100_000_000).mapToObj(i -> "<n" + i + "/>");
    Stream<String> attributes = IntStream.range(0, 100_000_000).mapToObj(i -> "<n a" + i + "=''/>");
    Stream<String> spaces =
        IntStream.range(0, 100_000_000).mapToObj(i -> "<n xmlns:p='urn:" + i + "'/>");
    Stream<String> prefixes =
        IntStream.range(0, 100_000_000).mapToObj(i -> "<n xmlns:p" + i + "='urn:x'/>");
    Stream<String> instructions = IntStream.range(0, 100_000_000).mapToObj(i -> "<?p" + i + "?>");
    for (Stream<String> names : List.of(elements, attributes, spaces, prefixes, instructions)) {
      Recording read = new Recording();
      read.read(stream(Stream.concat(Stream.of("<flux>"), names)));
      assertThat(last(read).code()).isEqualTo(FindingCode.PARSER_LIMIT);
      assertThat(last(read).arguments().get(0)).contains("1000");
    }
  }

  @Test
  void stopsDepthAndAttributesAndLongNames() {
    assertThat(last(Recording.of("<a>".repeat(65))).code()).isEqualTo(FindingCode.PARSER_LIMIT);
    StringBuilder attributes = new StringBuilder("<a");
    IntStream.range(0, 65).forEach(i -> attributes.append(" a").append(i).append("=''"));
    assertThat(last(Recording.of(attributes + "/>")).code()).isEqualTo(FindingCode.PARSER_LIMIT);
    assertThat(last(Recording.of("<" + "n".repeat(257) + "/>")).code())
        .isEqualTo(FindingCode.PARSER_LIMIT);
    Recording deep = new Recording();
    deep.read(endless("<flux>", "<a>".repeat(MEGABYTE / 3)));
    assertThat(last(deep).code()).isEqualTo(FindingCode.PARSER_LIMIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a><b></a>|MALFORMED",
        "<a/><b/>|MALFORMED",
        "<a/>text|MALFORMED",
        "<a|MALFORMED",
        "<a b='1' b='2'/>|MALFORMED",
        "<p:a/>|MALFORMED",
        "<a>]]></a>|MALFORMED",
        "<a><!DOCTYPE a></a>|MALFORMED",
        "<a><b/><!DOCTYPE|MALFORMED",
        "<a>&#0;</a>|MALFORMED",
        "<a>&#x1F;</a>|MALFORMED",
        "<a>&copy;</a>|DOCTYPE",
        "` <?xml version='1.0'?><a/>`|MALFORMED",
        "<?xml version='3.0'?><a/>|MALFORMED",
        "<!DOCTYPE flux><flux/>|DOCTYPE",
        "<!DOCTYPE flux SYSTEM 'flux.dtd'><flux/>|DOCTYPE",
        "<!-- c --><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>|DOCTYPE",
        "{'json': true}|NOT_XML",
        "PK\u0003\u0004|NOT_XML",
        "%PDF-1.7|NOT_XML",
        "+ADw-?xml version+AD0-'1.0'|NOT_XML",
        "a;b;c|NOT_XML"
      })
  void endsInOneCleanFinding(String file, FindingCode code) {
    Recording read = Recording.of(file);
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
    assertThat(last(read).code()).isEqualTo(code);
    assertThat(last(read).severity()).isEqualTo(Severity.FILE);
    assertThat(read.passages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r ", "\uFEFF", "\u0000\u0000\u0000", "\u0000<a/>", "\u00001"})
  void refusesWhatHoldsNothing(String file) {
    Recording read = Recording.of(file);
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
    assertThat(read.codes()).containsExactly(FindingCode.NOT_XML);
  }

  @Test
  void stopsAtANulByteAnywhere() {
    byte[] file = FluxSamples.flux().bytes();
    for (int at = 1; at < file.length; at += 97) {
      byte[] nul = file.clone();
      nul[at] = 0;
      Recording read = Recording.of(nul);
      assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
      assertThat(last(read).code())
          .isIn(FindingCode.MALFORMED, FindingCode.NOT_XML, FindingCode.ENCODING);
    }
  }

  @Test
  void endsCleanlyWhereverAFileIsCut() {
    byte[] file = FluxSamples.flux().bytes();
    int end = new String(file, UTF_8).getBytes(UTF_8).length - "</flux>\n".length();
    for (int at = 0; at < end; at += 13) {
      Recording read = Recording.of(Arrays.copyOf(file, at));
      assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
      assertThat(last(read).code()).isIn(FindingCode.MALFORMED, FindingCode.NOT_XML);
    }
  }

  @Test
  void fetchesNothingFromNetworkOrDisk() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
      for (String target : new String[] {url, secret.toUri().toString()}) {
        for (String head :
            new String[] {
              "<!DOCTYPE flux SYSTEM '" + target + "'>",
              "<!DOCTYPE flux [<!ENTITY x SYSTEM '" + target + "'>]>",
              "<!DOCTYPE flux [<!ENTITY % x SYSTEM '" + target + "'> %x;]>",
              "<?xml-stylesheet href='" + target + "'?>"
            }) {
          Recording read =
              Recording.of(
                  head
                      + FluxSamples.flux()
                          .declaration("")
                          .idFlux(head.contains("ENTITY x") ? "&x;" : "F")
                          .xml()
                          .replaceFirst(
                              "<flux",
                              "<flux xsi:schemaLocation='urn:cdc:cpf:pc5:schema:1.0.0 "
                                  + target
                                  + "' xmlns:xi='http://www.w3.org/2001/XInclude'")
                          .replace("</flux>", "<xi:include href='" + target + "'/></flux>"));
          assertThat(read.codes())
              .isNotEmpty()
              .isSubsetOf(FindingCode.DOCTYPE, FindingCode.UNEXPECTED_ELEMENT);
          assertThat(read.all().toString()).doesNotContain("SECRET");
        }
      }
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static Finding last(Recording read) {
    return read.findings.get(read.findings.size() - 1);
  }

  private static InputStream endless(String start, String filling) {
    return stream(Stream.concat(Stream.of(start), Stream.generate(() -> filling).limit(HUNDREDS)));
  }

  private static InputStream stream(Stream<String> parts) {
    return new GeneratedStream(parts.map(part -> part.getBytes(UTF_8)).iterator());
  }
}
