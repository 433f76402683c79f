package org.guichet.flux.report;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.PlacedFinding;
import org.guichet.flux.analysis.Summary;

/** Tells all that an analysis knows, in a reader's words, grouped by cause. */
public final class RichReport {
  /** Nothing is left out. */
  public static final int ALL = Integer.MAX_VALUE;

  private static final String FRENCH = Locale.FRENCH.getLanguage();
  private static final String ENGLISH = Locale.ENGLISH.getLanguage();

  private final Analysis analysis;
  private final Locale locale;
  private final int limit;

  private RichReport(Analysis analysis, Locale locale, int limit) {
    this.analysis = analysis;
    this.locale = locale;
    this.limit = limit;
  }

  /**
   * Feeds a whole report to a sink.
   *
   * @param limit how many findings of each cause are shown at most; the report says how many there
   *     are
   */
  public static void write(Analysis analysis, Locale locale, int limit, ReportSink sink)
      throws IOException {
    new RichReport(analysis, locale, limit).write(sink);
  }

  private void write(ReportSink sink) throws IOException {
    Summary summary = analysis.summary();
    sink.head(head(summary));
    analysis.forEachPassage(
        passage -> {
          if (passage.rejected()) {
            sink.rejected(
                new ReportSink.RejectedPassage(
                    passage.position(),
                    passage.idTechnique(),
                    passage.line(),
                    passage.offset(),
                    passage.length()));
          }
        });
    Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
    for (Summary.Cause cause : summary.causes()) {
      counts.merge(cause.code(), cause.findings(), Integer::sum);
    }
    for (FindingCode code :
        summary.causes().stream().map(Summary.Cause::code).distinct().toList()) {
      group(code, counts.getOrDefault(code, 0), sink);
    }
    sink.end();
  }

  private void group(FindingCode code, int findings, ReportSink sink) throws IOException {
    int shown = Math.min(findings, limit);
    sink.cause(
        new ReportSink.CauseHead(code.number(), FindingTexts.title(code, locale), findings, shown));
    int[] left = {shown};
    analysis.forEachFinding(
        code,
        placed -> {
          if (left[0]-- > 0) {
            sink.finding(reported(placed));
          }
        });
  }

  private ReportHead head(Summary summary) {
    List<ReportHead.Cause> causes =
        summary.causes().stream()
            .map(
                cause ->
                    new ReportHead.Cause(
                        cause.code().number(),
                        cause.severity(),
                        cause.code().dimension(),
                        FindingTexts.title(cause.code(), locale),
                        cause.findings(),
                        cause.passages()))
            .toList();
    return new ReportHead(
        locale.getLanguage().equals(ENGLISH) ? ENGLISH : FRENCH,
        analysis.subject().fileName(),
        analysis.subject().mode(),
        analysis.outcome(),
        analysis.schemaValid(),
        analysis.end().how(),
        analysis.end().encoding(),
        analysis.end().header(),
        analysis.passages(),
        analysis.accepted(),
        analysis.rejected(),
        summary.scores(),
        causes);
  }

  private ReportSink.ReportedFinding reported(PlacedFinding placed) {
    Finding finding = placed.finding();
    return new ReportSink.ReportedFinding(
        finding.severity(),
        finding.line(),
        finding.column(),
        finding.path(),
        placed.passage(),
        placed.idTechnique(),
        finding.value(),
        FindingTexts.explanation(finding, locale),
        FindingTexts.expected(finding, locale),
        FindingTexts.mend(finding, locale));
  }
}
