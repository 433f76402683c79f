package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guichet.flux.Checking;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.JudgedPassage;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Outcome;
import org.guichet.flux.analysis.Subject;
import org.guichet.flux.report.RejectedExtract.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedExtractTest {
  private static final FluxReader READER = new FluxReader();
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-04T05:06:07.89Z");

  @TempDir Path folder;

  private Analysis analysis(byte[] file) throws IOException {
    return Analysis.of(
        READER,
        new ByteArrayInputStream(file),
        Subject.of("a.xml", Checking.schemaOnly())
            .withMode(Mode.BY_PASSAGE)
            .withTempFolder(folder));
  }

  /**
   * An extract.
   *
   * @param latin1 its bytes, a character each
   */
  private record Extract(Result result, String latin1) {
    byte[] bytes() {
      return latin1.getBytes(ISO_8859_1);
    }

    String text(Charset charset) {
      return new String(bytes(), charset);
    }
  }

  private interface Writing {
    Result write(RejectedExtract extract) throws IOException;
  }

  private Extract extract(byte[] file, Writing writing) throws IOException {
    Path path = Files.write(folder.resolve("a.xml"), file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      return new Extract(
          writing.write(new RejectedExtract(channel, out, NOW, 1)), out.toString(ISO_8859_1));
    }
  }

  private Extract extract(byte[] file) throws IOException {
    try (Analysis analysis = analysis(file)) {
      return extract(file, extract -> extract.write(analysis));
    }
  }

  private static FluxSamples spoiled(int passages, Integer... numbers) {
    Set<Integer> bad = Set.of(numbers);
    return FluxSamples.flux()
        .passages(passages)
        .passage(
            n ->
                bad.contains(n)
                    ? FluxSamples.passage(n).replaceFirst("<sexe>.", "<sexe>H")
                    : FluxSamples.passage(n));
  }

  private static String mended(String xml) {
    return xml.replace("<sexe>H", "<sexe>F");
  }

  /** The bytes of the passages, by where the analysis sees them. */
  private List<String> passages(byte[] file, boolean rejectedOnly) throws IOException {
    List<String> passages = new ArrayList<>();
    try (Analysis analysis = analysis(file)) {
      analysis.forEachPassage(
          passage -> {
            if (!rejectedOnly || passage.rejected()) {
              passages.add(bytes(file, passage));
            }
          });
    }
    return passages;
  }

  private static String bytes(byte[] file, JudgedPassage passage) {
    return new String(file, (int) passage.offset(), (int) passage.length(), ISO_8859_1);
  }

  @Test
  void holdsJustTheRejectedPassagesAndIsAcceptedOnceMended() throws IOException {
    byte[] file = spoiled(6, 2, 5).bytes();
    Extract extract = extract(file);
    assertThat(extract.result()).isEqualTo(Result.WRITTEN);
    assertThat(passages(extract.bytes(), false)).isEqualTo(passages(file, true)).hasSize(2);
    assertThat(extract.text(UTF_8))
        .contains("<idFlux>FLUX-0001-R1</idFlux>")
        .contains("<horodatage>2026-03-04T05:06:07+00:00</horodatage>")
        .contains("<code>RNCP99901</code>");
    try (Analysis again = analysis(extract.bytes())) {
      assertThat(again.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(again.refusedAsWhole()).isFalse();
    }
    try (Analysis again = analysis(mended(extract.text(UTF_8)).getBytes(UTF_8))) {
      assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(again.passages()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-8"})
  void keepsTheEncoding(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    String declaration = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n";
    String xml = spoiled(4, 1, 3).declaration(declaration).idFlux("FLUX-é").xml();
    byte[] file = xml.getBytes(charset);
    Extract extract = extract(file);
    assertThat(extract.result()).isEqualTo(Result.WRITTEN);
    assertThat(extract.text(charset)).contains("<idFlux>FLUX-é-R1</idFlux>");
    assertThat(passages(extract.bytes(), false)).isEqualTo(passages(file, true)).hasSize(2);
    byte[] mended =
        mended(extract.text(charset)).getBytes(charset.equals(UTF_16) ? UTF_16 : charset);
    try (Analysis again = analysis(mended)) {
      assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void leavesOutCertificationsWithoutRejectedPassages() throws IOException {
    String xml = spoiled(2, 1).xml();
    String good = certification("RS1", FluxSamples.passage(3));
    String bad = certification("RS2", FluxSamples.passage(4).replaceFirst("<sexe>.", "<sexe>H"));
    byte[] file =
        xml.replace("<certifications>", "<certifications>" + good)
            .replace("</certifications>", bad + good + "</certifications>")
            .getBytes(UTF_8);
    Extract extract = extract(file);
    assertThat(extract.text(UTF_8)).doesNotContain("RS1").contains("RS2").contains("RNCP99901");
    assertThat(passages(extract.bytes(), false)).isEqualTo(passages(file, true)).hasSize(2);
    try (Analysis again = analysis(mended(extract.text(UTF_8)).getBytes(UTF_8))) {
      assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  private static String certification(String code, String passages) {
    return "<certification><passageCertifications>"
        + passages
        + "</passageCertifications><type>RS</type><code>"
        + code
        + "</code></certification>";
  }

  @Test
  void takesPrefixesMarksCommentsAndOddNamesAlong() throws IOException {
    String xml =
        spoiled(3, 2)
            .xml()
            .replaceAll("<(/?)([a-zA-Z])", "<$1f:$2")
            .replace("xmlns=", "xmlns:f=")
            .replace("</f:sexe>", "</f:sexe><f:certification/><f:idFlux>x</f:idFlux>")
            .replace("</f:flux>", "<!-- <f:certification> --></f:flux>");
    byte[] file = ("\uFEFF" + xml).getBytes(UTF_8);
    try (Analysis analysis = analysis(file)) {
      assertThat(analysis.rejected()).isEqualTo(3);
    }
    Extract extract = extract(file);
    assertThat(passages(extract.bytes(), false)).isEqualTo(passages(file, true)).hasSize(3);
    assertThat(extract.text(UTF_8))
        .startsWith("\uFEFF<?xml")
        .contains("<f:idFlux>FLUX-0001-R1</f:idFlux>", "<f:idFlux>x</f:idFlux>", "<!-- <f:c");
  }

  @Test
  void cutsALongIdAndEscapesIt() throws IOException {
    byte[] file = spoiled(1, 1).idFlux("&amp;" + "x".repeat(49)).bytes();
    assertThat(extract(file).text(UTF_8))
        .contains("<idFlux>&#38;" + "x".repeat(46) + "-R1</idFlux>");
  }

  @Test
  void comesOutTheSameFromAReportReadBack() throws IOException {
    byte[] file = spoiled(6, 1, 4).bytes();
    ByteArrayOutputStream xml = new ByteArrayOutputStream();
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (Analysis analysis = analysis(file)) {
      RichReport.write(analysis, Locale.FRENCH, 0, new ReportXmlWriter(xml));
      RichReport.write(analysis, Locale.FRENCH, 0, new ReportJsonWriter(json));
    }
    byte[] expected = extract(file).bytes();
    ReportSource fromXml =
        new ReportSource(() -> new ByteArrayInputStream(xml.toByteArray()), RichReportReader::xml);
    ReportSource fromJson =
        new ReportSource(
            () -> new ByteArrayInputStream(json.toByteArray()), RichReportReader::json);
    assertThat(extract(file, e -> e.write(fromXml)).bytes()).isEqualTo(expected);
    assertThat(extract(file, e -> e.write(fromJson)).bytes()).isEqualTo(expected);
    byte[] other = spoiled(3, 1).bytes();
    assertThat(extract(other, e -> e.write(fromXml)).result()).isEqualTo(Result.OTHER_FILE);
    assertThat(extract(new byte[0], e -> e.write(fromXml)).result())
        .isEqualTo(Result.FAULT_OUTSIDE);
  }

  @Test
  void refusesWhatCannotBeExtractedAndSaysWhy() throws IOException {
    assertThat(extract(spoiled(2).bytes()).result()).isEqualTo(Result.NOTHING_REJECTED);
    assertThat(extract(spoiled(2, 1).xml().replace("</flux>", "<").getBytes(UTF_8)).result())
        .isEqualTo(Result.MALFORMED);
    assertThat(extract(spoiled(2, 1).timestamp("hier").bytes()).result())
        .isEqualTo(Result.FAULT_OUTSIDE);
    String version11 = "<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n";
    assertThat(extract(spoiled(2, 1).declaration(version11).bytes()).result())
        .isEqualTo(Result.PLACES_UNKNOWN);
  }

  @Test
  void worksForTwoByteUnitsWithoutAMark() throws IOException {
    byte[] file = spoiled(2, 2).declaration("").bytes(UTF_16LE);
    assertThat(passages(extract(file).bytes(), false)).isEqualTo(passages(file, true)).hasSize(1);
  }
}
