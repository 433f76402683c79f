package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.Map;
import org.guichet.flux.Checking;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Outline;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.JudgedPassage;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Subject;
import org.guichet.flux.edit.PassageText;
import org.guichet.flux.edit.SmallFlux;
import org.guichet.flux.report.PassagesExtract.Chosen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassagesExtractTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-04T05:06:07.89Z");
  private static final FluxReader READER = new FluxReader();

  @TempDir Path folder;

  private Analysis analysis(byte[] file) throws IOException {
    return Analysis.of(
        READER,
        new ByteArrayInputStream(file),
        Subject.of("a.xml", Checking.schemaOnly())
            .withMode(Mode.BY_PASSAGE)
            .withTempFolder(folder));
  }

  private List<JudgedPassage> passages(byte[] file) throws IOException {
    List<JudgedPassage> all = new ArrayList<>();
    try (Analysis analysis = analysis(file)) {
      assertThat(analysis.end().how()).isEqualTo(FluxEnd.How.COMPLETE);
      analysis.forEachPassage(all::add);
    }
    return all;
  }

  private byte[] extract(byte[] file, FluxAction action, Map<Integer, String> instead)
      throws IOException {
    Path path = Files.write(folder.resolve("file.xml"), file);
    List<Chosen> chosen =
        passages(file).stream()
            .filter(passage -> instead.containsKey(passage.position()))
            .map(
                passage -> {
                  String text = instead.getOrDefault(passage.position(), "");
                  return new Chosen(
                      passage.offset(), passage.length(), text.isEmpty() ? null : text);
                })
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SeekableByteChannel bytes = Files.newByteChannel(path)) {
      assertThat(new PassagesExtract(bytes, out, NOW).write("NEW-1", action, chosen))
          .isEqualTo(RejectedExtract.Result.WRITTEN);
    }
    return out.toByteArray();
  }

  @Test
  void keepsChosenPassagesAsTheyStandAndOthersAsTheyWereMended() throws IOException {
    byte[] file = FluxSamples.flux().passages(4).bytes();
    String mended =
        PassageText.of(FluxSamples.passage(3).strip()).with(Map.of("/scoring", "712")).xml();

    String extract =
        new String(extract(file, FluxAction.CREATION, Map.of(2, "", 3, mended)), UTF_8);

    assertThat(extract)
        .contains(FluxSamples.passage(2).strip(), mended, "<idFlux>NEW-1</idFlux>")
        .contains("<horodatage>2026-03-04T05:06:07+00:00</horodatage>")
        .doesNotContain("T-000001", "T-000004", "<action>");
    assertThat(passages(extract.getBytes(UTF_8))).noneMatch(JudgedPassage::rejected).hasSize(2);
  }

  @Test
  void asksToTakeBackWhereTheFileSaysOrDoesNotSayWhatItWants() throws IOException {
    for (FluxSamples sample : List.of(FluxSamples.flux(), FluxSamples.flux().action("CREATION"))) {
      byte[] extract = extract(sample.passages(3).bytes(), FluxAction.SUPPRESSION, Map.of(1, ""));

      try (Analysis analysis = analysis(extract)) {
        assertThat(analysis.end().header().action()).isEqualTo(FluxAction.SUPPRESSION);
        assertThat(analysis.summary().causes()).isEmpty();
      }
      assertThat(new String(extract, UTF_8)).contains(FluxSamples.passage(1).strip());
    }
  }

  @Test
  void asksToTakeBackUnderThePrefixOfTheFile() throws IOException {
    String xml =
        FluxSamples.flux()
            .xml()
            .replace("xmlns=", "xmlns:c=")
            .replaceAll("<(/?)([a-zA-Z])", "<$1c:$2");

    String extract =
        new String(extract(xml.getBytes(UTF_8), FluxAction.SUPPRESSION, Map.of(1, "")), UTF_8);

    assertThat(extract).contains("<c:action>SUPPRESSION</c:action>");
  }

  @Test
  void writesWhatTheEncodingHasNotAsAReference() throws IOException {
    byte[] file =
        FluxSamples.flux()
            .declaration("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n")
            .bytes(ISO_8859_1);
    String mended =
        PassageText.of(FluxSamples.passage(1).strip()).with(Map.of("/verbatim", "é €")).xml();

    byte[] extract = extract(file, FluxAction.CREATION, Map.of(1, mended));

    assertThat(new String(extract, ISO_8859_1)).contains("<verbatim>é &#8364;</verbatim>");
  }

  @Test
  void knowsTheEncodingByTheFirstBytes() throws IOException {
    for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
      byte[] file =
          FluxSamples.flux()
              .declaration("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n")
              .bytes(charset);
      assertThat(Outline.charset(new ByteArrayInputStream(file))).isEqualTo(charset);
    }
  }

  @Test
  void writesAFluxOfPassagesFromDifferentFilesInMemory() throws IOException {
    String prefixed =
        FluxSamples.passage(2)
            .strip()
            .replaceAll("<(/?)([a-zA-Z])", "<$1c:$2")
            .replace("xsi:nil", "i:nil");
    byte[] file =
        SmallFlux.of(
            new SmallFlux.Head("ESSAI-1", "77ZZZ001", "77ZZZ001", "MCFCER990001"),
            NOW,
            List.of(
                new SmallFlux.Entry(
                    "RNCP",
                    "RNCP99901",
                    "CERTIFICATEUR",
                    PassageText.of(FluxSamples.passage(1).strip())),
                new SmallFlux.Entry("RS", "RS9 & <", "", PassageText.of(prefixed))));

    try (Analysis analysis = analysis(file)) {
      assertThat(analysis.summary().causes()).isEmpty();
      assertThat(analysis.end().passages()).isEqualTo(2);
      assertThat(analysis.end().header().idFlux()).isEqualTo("ESSAI-1");
    }
  }
}
