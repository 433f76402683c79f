package org.guichet.flux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that are cut out for a passage are that passage, whatever the file does. */
class PassageLocatorTest {
  /** Each passage as it must be cut out; all between them is there to mislead. */
  private static final List<String> PASSAGES =
      List.of(
          "<passageCertification><idTechnique>é1</idTechnique></passageCertification>",
          "<passageCertification/>",
          "<passageCertification\n\ta='/>' b=\"</passageCertification>\" c = '>'  />",
          "<passageCertification a='-->'><!-- </passageCertification> --></passageCertification >",
          "<p:passageCertification xmlns:p='urn:x'>/<a/>></p:passageCertification\r\n>",
          "<passageCertification><![CDATA[</passageCertification>]]]>]]></passageCertification>",
          "<passageCertification><?pi </passageCertification> ? > ?></passageCertification>",
          "<passageCertification><passageCertifications/><passage:Certification"
              + " xmlns:passage='urn:y'/></passageCertification>");

  private static final List<String> BETWEEN =
      List.of(
          "<!-- <passageCertification> -->",
          "<!--><passageCertification/>-->",
          "<![CDATA[<passageCertification/>]]>",
          "<?passageCertification <passageCertification/>?>",
          "<passageCertifications/><passageCertificatio/><xpassageCertification/>",
          "<a b='&lt;passageCertification/>'/>",
          "\r\n\r\r\n é €",
          "<a passageCertification='passageCertification'>passageCertification></a>");

  private static String document(String declaration) {
    StringBuilder xml = new StringBuilder(declaration).append("<root>");
    for (int i = 0; i < PASSAGES.size(); i++) {
      xml.append(BETWEEN.get(i)).append(PASSAGES.get(i)).append(BETWEEN.get(i));
    }
    return xml.append("</root>").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,'',1",
    "UTF-8,EFBBBF,7",
    "UTF-8,'',100000",
    "UTF-16BE,FEFF,1",
    "UTF-16LE,FFFE,7",
    "UTF-16LE,'',2",
    "UTF-16BE,FEFF,100000",
    "ISO-8859-15,'',7",
    "windows-1252,'',100000"
  })
  void cutsEachPassageByteForByte(Charset charset, String mark, int chunk) throws IOException {
    byte[] bom = HexFormat.of().parseHex(mark);
    byte[] text = document("").getBytes(charset);
    byte[] file = new byte[bom.length + text.length];
    System.arraycopy(bom, 0, file, 0, bom.length);
    System.arraycopy(text, 0, file, bom.length, text.length);
    InputStream in = new Drops(new ByteArrayInputStream(file), chunk);
    in.readNBytes(bom.length);
    PassageLocator locator = new PassageLocator(in, new Encoding(charset, bom.length));
    assertThat(locator.readAllBytes()).isEqualTo(text);
    List<String> cut = new ArrayList<>();
    for (ByteRange range = locator.poll(); range != null; range = locator.poll()) {
      cut.add(new String(file, (int) range.offset(), (int) range.length(), charset));
    }
    assertThat(cut).isEqualTo(PASSAGES);
  }

  @Test
  void knowsTheLineOfEachStartTagWhateverEndsTheLines() throws IOException {
    PassageLocator locator =
        new PassageLocator(
            new ByteArrayInputStream(
                "<a>\n\n<passageCertification\n/>\r\r\n<passageCertification/>\n\r</a>"
                    .getBytes(UTF_8)),
            new Encoding(UTF_8, 0));
    locator.readAllBytes();
    assertThat(locator.poll()).extracting("line").isEqualTo(3);
    assertThat(locator.poll()).extracting("line").isEqualTo(6);
    assertThat(locator.poll()).isNull();
  }

  @Test
  void givesPassagesWithinPassagesInTheOrderOfTheirEnds() throws IOException {
    String inner = "<passageCertification>x</passageCertification>";
    String outer = "<passageCertification>" + inner + "</passageCertification>";
    PassageLocator locator =
        new PassageLocator(new ByteArrayInputStream(outer.getBytes(UTF_8)), new Encoding(UTF_8, 0));
    locator.readAllBytes();
    assertThat(locator.poll()).isEqualTo(new ByteRange(22, inner.length(), 1));
    assertThat(locator.poll()).isEqualTo(new ByteRange(0, outer.length(), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"</passageCertification>", "<passageCertification", "<", "<!", "<!-", "<a b='"})
  void bearsWhatIsNotWellFormed(String xml) throws IOException {
    PassageLocator locator =
        new PassageLocator(new ByteArrayInputStream(xml.getBytes(UTF_8)), new Encoding(UTF_8, 0));
    locator.readAllBytes();
    assertThat(locator.poll()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 8192})
  void tellsTheReaderWherePassagesAreInEveryEncoding(int chunk) throws IOException {
    for (Charset charset :
        List.of(
            UTF_8,
            UTF_16BE,
            UTF_16LE,
            ISO_8859_1,
            Charset.forName("ISO-8859-15"),
            Charset.forName("windows-1252"))) {
      String declared = charset.name().startsWith("UTF-16") ? "UTF-16" : charset.name();
      byte[] file =
          FluxSamples.flux()
              .declaration("<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\r\n")
              .passages(12)
              .passage(n -> "<!-- <passageCertification/> -->" + FluxSamples.fullPassage(n))
              .bytes(charset);
      Recording read = new Recording();
      read.read(new Drops(new ByteArrayInputStream(file), chunk));
      assertThat(read.end.how()).isEqualTo(FluxEnd.How.COMPLETE);
      assertThat(read.end.encoding()).isEqualTo(charset.name());
      assertThat(read.passages).hasSize(12);
      for (Passage passage : read.passages) {
        String cut = new String(file, (int) passage.offset(), (int) passage.length(), charset);
        assertThat(cut).isEqualTo(FluxSamples.fullPassage(passage.position()).strip());
        assertThat(passage.line()).isEqualTo(lineOf(new String(file, charset), passage.position()));
      }
    }
  }

  private static int lineOf(String xml, int position) {
    Matcher start = Pattern.compile("(?<!<!-- )<passageCertification>").matcher(xml);
    for (int i = 0; i < position; i++) {
      assertThat(start.find()).isTrue();
    }
    return 1 + (int) xml.substring(0, start.start()).chars().filter(c -> c == '\n').count();
  }

  @Test
  void staysSilentOnPlacesInXml11WhoseBlanksAreOthers() {
    Recording read =
        Recording.of(FluxSamples.flux().declaration("<?xml version=\"1.1\"?>\n").bytes());
    assertThat(read.all()).isEmpty();
    assertThat(read.passages.get(0).offset()).isEqualTo(-1);
    assertThat(read.passages.get(0).length()).isEqualTo(-1);
  }
}
