package org.guichet.flux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static byte[] file(String mark, String declared, Charset charset) {
    String declaration =
        switch (declared) {
          case "none" -> "";
          case "unsaid" -> "<?xml version='1.0'?>";
          default -> "<?xml version=\"1.0\" encoding='" + declared + "' standalone='yes'?>\n";
        };
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(HexFormat.of().parseHex(mark));
    file.writeBytes(
        FluxSamples.flux()
            .declaration(declaration)
            .passage(n -> FluxSamples.passage("été", FluxSamples.titulaire(n)))
            .bytes(charset));
    return file.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "'',UTF-8",
    "'',utf-8",
    "'',UTF8",
    "'',none",
    "'',unsaid",
    "EFBBBF,UTF-8",
    "EFBBBF,none",
    "EFBBBF,unsaid"
  })
  void readsUtf8WithoutAWord(String mark, String declared) {
    Recording read = Recording.of(file(mark, declared, UTF_8));
    assertThat(read.all()).isEmpty();
    assertThat(read.end.encoding()).isEqualTo("UTF-8");
    assertThat(read.passages.get(0).idTechnique()).isEqualTo("été");
  }

  @ParameterizedTest
  @CsvSource({
    "FEFF,UTF-16,UTF-16BE",
    "FFFE,UTF-16,UTF-16LE",
    "FFFE,utf-16le,UTF-16LE",
    "FEFF,none,UTF-16BE",
    "FFFE,unsaid,UTF-16LE",
    "'',UTF-16,UTF-16BE",
    "'',UTF-16LE,UTF-16LE",
    "'',ISO-8859-1,ISO-8859-1",
    "'',latin1,ISO-8859-1",
    "'',iso-8859-15,ISO-8859-15",
    "'',windows-1252,windows-1252",
    "'',cp1252,windows-1252"
  })
  void readsOthersWithAWarning(String mark, String declared, String encoding) {
    Recording read = Recording.of(file(mark, declared, Charset.forName(encoding)));
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.COMPLETE);
    assertThat(read.end.encoding()).isEqualTo(encoding);
    assertThat(read.all()).hasSize(1);
    assertThat(read.findings.get(0).code()).isEqualTo(FindingCode.NOT_UTF8);
    assertThat(read.findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(read.findings.get(0).arguments()).containsExactly(encoding);
    assertThat(read.passages.get(0).idTechnique()).isEqualTo("été");
  }

  @ParameterizedTest
  @CsvSource({
    "'',US-ASCII,US-ASCII",
    "'',UTF-7,US-ASCII",
    "'',x-unknown,US-ASCII",
    "'',EBCDIC,US-ASCII",
    "'',ISO-8859-2,US-ASCII",
    "'',not a name,US-ASCII",
    "'',UTF-16,UTF-8",
    "EFBBBF,UTF-16,UTF-8",
    "EFBBBF,ISO-8859-1,UTF-8",
    "FEFF,UTF-8,UTF-16BE",
    "FEFF,UTF-16LE,UTF-16BE",
    "'',ISO-8859-1,UTF-16LE"
  })
  void refusesTheRestByName(String mark, String declared, String encoding) {
    Recording read = Recording.of(file(mark, declared, Charset.forName(encoding)));
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
    assertThat(read.end.encoding()).isEqualTo(declared);
    assertThat(read.order).containsExactly("finding ENCODING");
    assertThat(read.findings.get(0).severity()).isEqualTo(Severity.FILE);
    assertThat(read.findings.get(0).arguments()).containsExactly(declared);
  }

  @Test
  void refusesUtf32() {
    for (String name : new String[] {"UTF-32BE", "UTF-32LE"}) {
      Recording read = Recording.of(file("", "none", Charset.forName(name)));
      assertThat(read.codes()).containsExactly(FindingCode.ENCODING);
      assertThat(read.findings.get(0).arguments()).containsExactly("UTF-32");
    }
  }

  @Test
  void stopsAtBytesThatAreNotUtf8() {
    Recording read = Recording.of(file("", "UTF-8", ISO_8859_1));
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
    assertThat(read.codes()).containsExactly(FindingCode.MALFORMED);
    assertThat(read.findings.get(0).arguments().get(0)).contains("UTF-8");
    assertThat(read.findings.get(0).line()).isPositive();
  }

  @Test
  void stopsAtBytesThatTheDeclaredEncodingDoesNotHave() {
    byte[] file = file("", "windows-1252", US_ASCII);
    file[file.length - 40] = (byte) 0x81;
    Recording read = Recording.of(file);
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
    assertThat(read.codes()).containsExactly(FindingCode.NOT_UTF8, FindingCode.MALFORMED);
  }

  @Test
  void stopsAtHalfACharacterOfUtf16() {
    byte[] file = file("FEFF", "UTF-16", UTF_16BE);
    Recording read = Recording.of(Arrays.copyOf(file, file.length - 1));
    assertThat(read.end.how()).isEqualTo(FluxEnd.How.UNREADABLE);
    assertThat(read.codes()).containsExactly(FindingCode.NOT_UTF8, FindingCode.MALFORMED);
  }

  /** The parser doesn't count all line ends of a declaration. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<?xml version='1.0'?>\n",
        "<?xml\n version='1.0'?>",
        "<?xml\r\n\r\nversion\n=\n'1.0'\rencoding\n=\n'UTF-8'\n?>\n\n"
      })
  void tellsTrueLinesBehindADeclarationOfSeveralLines(String declaration) {
    String xml =
        FluxSamples.flux()
            .declaration(declaration)
            .passages(9)
            .xml()
            .replace("<sexe>M</sexe>", "<sexe>H</sexe>");
    List<String> lines = List.of(xml.split("\r\n|\r|\n", -1));
    List<Integer> expected =
        IntStream.rangeClosed(1, lines.size())
            .filter(line -> lines.get(line - 1).contains("<sexe>H"))
            .boxed()
            .toList();
    Recording read = Recording.of(xml);
    assertThat(read.passages)
        .filteredOn(passage -> !passage.findings().isEmpty())
        .extracting(passage -> passage.findings().get(0).line())
        .isEqualTo(expected)
        .hasSizeGreaterThan(2);
    assertThat(read.passages)
        .allMatch(passage -> lines.get(passage.line() - 1).contains("<passageCertification>"));
  }
}
