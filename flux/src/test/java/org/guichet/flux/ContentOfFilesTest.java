package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guichet.flux.check.ContentChecks;
import org.junit.jupiter.api.Test;

class ContentOfFilesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  private static Recording read(FluxSamples flux, Severities severities) {
    return Recording.of(flux.bytes(), ContentChecks.checking(DAY, severities));
  }

  @Test
  void findsNothingInFilesOfInventedPeople() {
    assertThat(read(FluxSamples.flux().passages(200), Severities.USUAL).all()).isEmpty();
    assertThat(
            read(
                    FluxSamples.flux().passages(20).passage(FluxSamples::fullPassage),
                    Severities.USUAL)
                .all())
        .isEmpty();
    assertThat(
            read(
                    FluxSamples.flux()
                        .passages(20)
                        .passage(
                            n ->
                                FluxSamples.passage(
                                    FluxSamples.id(n), FluxSamples.dossierFormation(n))),
                    Severities.USUAL)
                .all())
        .isEmpty();
  }

  @Test
  void settingsMakeAWarningBlockOrSilent() {
    FluxSamples late = FluxSamples.flux().passage(n -> spoilt(n, "2026-01-15", "2025-10-31"));
    assertThat(read(late, Severities.USUAL).all())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple(FindingCode.LATE, Severity.WARNING));
    assertThat(
            read(late, new Severities(Map.of(FindingCode.LATE, Optional.of(Severity.PASSAGE))))
                .passages
                .get(0)
                .firstBlocking())
        .isNotNull();
    assertThat(read(late, new Severities(Map.of(FindingCode.LATE, Optional.empty()))).all())
        .isEmpty();
  }

  @Test
  void saysNothingTwiceOfAValueThatTheSchemaRefuses() {
    FluxSamples flux =
        FluxSamples.flux().passage(n -> spoilt(n, "<codeInsee>75056<", "<codeInsee>00<"));
    assertThat(read(flux, Severities.USUAL).all())
        .isNotEmpty()
        .allMatch(finding -> finding.code().kind() == FindingCode.Kind.SCHEMA);
  }

  @Test
  void judgesNothingInAFileThatTakesPassagesBack() {
    FluxSamples flux =
        FluxSamples.flux()
            .action("SUPPRESSION")
            .passage(n -> spoilt(n, "2026-01-15", "2020-01-15"));
    assertThat(read(flux, Severities.USUAL).all()).isEmpty();
  }

  private static String spoilt(int n, String right, String wrong) {
    return FluxSamples.passage(n).replace(right, wrong);
  }
}
