package org.guichet.flux.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.guichet.flux.analysis.Samples.CHECKING;
import static org.guichet.flux.analysis.Samples.READER;
import static org.guichet.flux.analysis.Samples.ofThe16th;
import static org.guichet.flux.analysis.Samples.spoiled;
import static org.guichet.flux.analysis.Samples.withCertification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Dimension;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {
  @TempDir Path folder;

  private Analysis analysis(String xml, Mode mode) throws IOException {
    return Samples.analysis(folder, xml, mode, Checking.schemaOnly());
  }

  private Analysis checked(String xml, Mode mode) throws IOException {
    return Samples.analysis(folder, xml, mode, CHECKING);
  }

  @Test
  void acceptsAGoodFileInBothModes() throws IOException {
    for (Mode mode : Mode.values()) {
      try (Analysis analysis = analysis(FluxSamples.flux().passages(3).xml(), mode)) {
        assertThat(analysis.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(analysis.schemaValid()).isTrue();
        assertThat(analysis.passages()).isEqualTo(3);
        assertThat(analysis.accepted()).isEqualTo(3);
        assertThat(analysis.rejected()).isZero();
        assertThat(analysis.summary().causes()).isEmpty();
        assertThat(analysis.summary().scores()).hasSize(5).containsValue(1.0);
        assertThat(passages(analysis))
            .extracting(JudgedPassage::idTechnique)
            .containsExactly("T-000001", "T-000002", "T-000003");
      }
    }
  }

  @Test
  void strictRefusesTheFileForOneSchemaFaultAndStillTellsWhichPassagesHaveOne() throws IOException {
    try (Analysis analysis = analysis(spoiled(4, 2, 3).xml(), Mode.STRICT)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(analysis.refusedAsWhole()).isTrue();
      assertThat(analysis.schemaValid()).isFalse();
      assertThat(analysis.rejected()).isEqualTo(2);
      assertThat(analysis.accepted()).isZero();
      assertThat(rejected(analysis)).containsExactly(2, 3);
    }
  }

  @Test
  void byPassageRefusesThePassageAlone() throws IOException {
    try (Analysis analysis = analysis(spoiled(4, 2, 3).xml(), Mode.BY_PASSAGE)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(analysis.schemaValid()).isFalse();
      assertThat(analysis.accepted()).isEqualTo(2);
      assertThat(rejected(analysis)).containsExactly(2, 3);
    }
  }

  @Test
  void aFileOfBadPassagesOnlyIsRejectedButNotAsAWhole() throws IOException {
    try (Analysis analysis = analysis(spoiled(2, 1, 2).xml(), Mode.BY_PASSAGE)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(analysis.refusedAsWhole()).isFalse();
      assertThat(analysis.accepted()).isZero();
    }
  }

  @Test
  void aSchemaFaultOutsideOfPassagesRefusesTheFileInBothModes() throws IOException {
    String xml = FluxSamples.flux().timestamp("2026-02-01T11:43:27Z").passages(2).xml();
    for (Mode mode : Mode.values()) {
      try (Analysis analysis = analysis(xml, mode)) {
        assertThat(analysis.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(analysis.refusedAsWhole()).isTrue();
        assertThat(rejected(analysis)).isEmpty();
      }
    }
  }

  @Test
  void aBadHeaderOfACertificationRefusesItsPassagesThatCameBeforeItWasKnown() throws IOException {
    String first = FluxSamples.flux().passages(2).xml();
    String xml = withCertification(first, "", FluxSamples.passage(3) + FluxSamples.passage(4));
    try (Analysis analysis = analysis(xml, Mode.BY_PASSAGE)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(rejected(analysis)).containsExactly(3, 4);
      assertThat(passages(analysis).get(2).cause())
          .isNotNull()
          .extracting(Finding::severity)
          .isEqualTo(Severity.CERTIFICATION);
      assertThat(analysis.summary().causes().get(0).passages()).isEqualTo(2);
    }
    try (Analysis analysis = analysis(xml, Mode.STRICT)) {
      assertThat(analysis.refusedAsWhole()).isTrue();
    }
    try (Analysis analysis = analysis(withCertification(first, "", ""), Mode.BY_PASSAGE)) {
      assertThat(analysis.refusedAsWhole()).isTrue(); // no passage to tell it with
    }
  }

  @Test
  void whatAContentCheckFindsRefusesThePassageInBothModes() throws IOException {
    for (Mode mode : Mode.values()) {
      try (Analysis analysis = checked(ofThe16th(4, 1).xml(), mode)) {
        assertThat(analysis.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(analysis.schemaValid()).isTrue();
        assertThat(rejected(analysis)).containsExactly(1);
        assertThat(analysis.summary().causes())
            .containsExactly(
                new Summary.Cause(FindingCode.LATE, Severity.WARNING, 4, 4),
                new Summary.Cause(FindingCode.VALIDITY_ORDER, Severity.PASSAGE, 1, 1));
        assertThat(analysis.summary().scores().get(Dimension.TIMELINESS)).isZero();
        assertThat(analysis.summary().scores().get(Dimension.CONSISTENCY))
            .isCloseTo(0.75, within(1e-9));
        assertThat(analysis.summary().scores().get(Dimension.VALIDITY)).isEqualTo(1.0);
      }
    }
  }

  @Test
  void whatAContentCheckFindsInTheHeaderOfACertificationRefusesItsPassagesInStrictToo()
      throws IOException {
    String xml =
        withCertification(FluxSamples.flux().xml(), "RS99902", FluxSamples.passage(2))
            .replace("2026-01-15", "2026-01-14");
    try (Analysis analysis = checked(xml, Mode.STRICT)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(rejected(analysis)).containsExactly(2);
    }
  }

  @Test
  void contentMeansNothingToAFileThatTurnsOutToTakePassagesBack() throws IOException {
    String xml =
        withCertification(ofThe16th(2, 1).xml(), "RS99902", FluxSamples.passage(3))
            .replace("</flux>", "<action>SUPPRESSION</action></flux>");
    try (Analysis analysis = checked(xml, Mode.STRICT)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(findings(analysis)).isEmpty();
      assertThat(analysis.summary().causes()).isEmpty();
      assertThat(passages(analysis)).hasSize(3).allMatch(p -> p.findings().isEmpty());
    }
  }

  @Test
  void whatCannotBeReadOnIsMalformedWhateverItsPassages() throws IOException {
    String xml = FluxSamples.flux().passages(2).xml().replace("</flux>", "<");
    try (Analysis analysis = analysis(xml, Mode.BY_PASSAGE)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.MALFORMED);
      assertThat(analysis.schemaValid()).isFalse();
      assertThat(analysis.refusedAsWhole()).isTrue();
      assertThat(analysis.passages()).isEqualTo(2);
    }
    try (Analysis analysis = analysis("", Mode.STRICT)) {
      assertThat(analysis.outcome()).isEqualTo(Outcome.MALFORMED);
      assertThat(analysis.summary().scores()).isEmpty();
    }
  }

  @Test
  void oneBadValueIsOneFindingAndBothMessagesAreThereForTheRapport() throws IOException {
    try (Analysis analysis = analysis(spoiled(3, 2).xml(), Mode.STRICT)) {
      assertThat(findings(analysis)).hasSize(1);
      assertThat(findings(analysis).get(0).passage()).isEqualTo(2);
      assertThat(findings(analysis).get(0).idTechnique()).isEqualTo("T-000002");
      assertThat(analysis.summary().causes())
          .singleElement()
          .satisfies(cause -> assertThat(cause.findings()).isEqualTo(1));
      List<PlacedFinding> messages = new ArrayList<>();
      analysis.forEachMessage(messages::add);
      assertThat(messages).hasSize(2);
    }
  }

  @Test
  void showsTheFindingsOfOneCodeInTheOrderOfTheFile() throws IOException {
    Integer[] all = Stream.iterate(1, n -> n + 1).limit(2_000).toArray(Integer[]::new);
    try (Analysis analysis = checked(ofThe16th(2_000, all).xml(), Mode.STRICT)) {
      for (int time = 0; time < 2; time++) {
        List<PlacedFinding> late = new ArrayList<>();
        analysis.forEachFinding(FindingCode.LATE, late::add);
        assertThat(late).extracting(PlacedFinding::passage).containsExactly(all);
        assertThat(late).allMatch(p -> p.finding().code() == FindingCode.LATE);
      }
      List<PlacedFinding> none = new ArrayList<>();
      analysis.forEachFinding(FindingCode.MALFORMED, none::add);
      assertThat(none).isEmpty();
    }
  }

  @Test
  void aStageMayAddFindingsAndStop() throws IOException {
    Subject subject =
        Subject.of("a.xml", Checking.schemaOnly()).withTempFolder(folder).withStage(Doubting::new);
    try (InputStream file = FluxSamples.flux().passages(9).stream();
        Analysis analysis = Analysis.of(READER, file, subject)) {
      assertThat(analysis.passages()).isEqualTo(2);
      assertThat(rejected(analysis)).containsExactly(2);
      assertThat(analysis.outcome()).isEqualTo(Outcome.REJECTED);
    }
  }

  /** Takes the second passage for a duplicate, and has enough then. */
  private record Doubting(FluxSink behind) implements FluxSink {
    @Override
    public boolean header(FluxHeader header) {
      return behind.header(header);
    }

    @Override
    public boolean passage(Passage passage) {
      if (passage.position() == 1) {
        return behind.passage(passage);
      }
      Finding duplicate =
          new Finding(FindingCode.DUPLICATE, Severity.PASSAGE, 1, 1, "", List.of("a", "b"));
      behind.passage(passage.withFindings(List.of(duplicate)));
      return false;
    }

    @Override
    public void certification(Certification certification) {
      behind.certification(certification);
    }

    @Override
    public void finding(Finding finding) {
      behind.finding(finding);
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    Analysis analysis = analysis(spoiled(3, 2).xml(), Mode.STRICT);
    analysis.forEachFinding(FindingCode.SCHEMA, placed -> {});
    assertThat(files()).isNotEmpty();
    analysis.close();
    assertThat(files()).isEmpty();
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    Subject subject = Subject.of("a.xml", Checking.schemaOnly()).withTempFolder(folder);
    assertThatThrownBy(() -> Analysis.of(READER, broken, subject).close())
        .isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  static List<JudgedPassage> passages(Analysis analysis) throws IOException {
    List<JudgedPassage> passages = new ArrayList<>();
    analysis.forEachPassage(passages::add);
    return passages;
  }

  private static List<Integer> rejected(Analysis analysis) throws IOException {
    List<Integer> positions =
        passages(analysis).stream()
            .filter(JudgedPassage::rejected)
            .map(JudgedPassage::position)
            .toList();
    assertThat(positions).hasSize(analysis.rejected());
    return positions;
  }

  private static List<PlacedFinding> findings(Analysis analysis) throws IOException {
    List<PlacedFinding> findings = new ArrayList<>();
    analysis.forEachFinding(findings::add);
    return findings;
  }
}
