package org.guichet.flux.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Outcome;
import org.guichet.flux.analysis.Summary.Cause;

/** Sums up files: one line each, and one for all of them. */
final class Verdicts {
  private final Style style;
  private final CheckTexts texts;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

  Verdicts(Style style, CheckTexts texts) {
    this.style = style;
    this.texts = texts;
  }

  /** What became of a file, and what was found, in figures. */
  String of(Checked checked) {
    Analysis analysis = checked.analysis();
    Outcome outcome = analysis.outcome();
    outcomes.merge(outcome, 1, Integer::sum);
    List<String> parts = new ArrayList<>();
    parts.add(texts.count("passages", analysis.passages()));
    if (analysis.rejected() > 0) {
      parts.add(texts.count("rejected", analysis.rejected()));
    }
    long blocking = findings(analysis, true);
    long warnings = findings(analysis, false);
    if (blocking > 0) {
      parts.add(texts.count("blocking", blocking));
    }
    if (warnings > 0) {
      parts.add(texts.count("warnings", warnings));
    }
    String line =
        style.bold(TextReport.clean(checked.input().name()) + texts.get("colon"))
            + coloured(outcome, texts.get("outcome." + outcome))
            + texts.get("colon")
            + String.join(", ", parts)
            + ".";
    return wouldBeTaken(analysis)
        ? line + "\n" + texts.count("by-passage", analysis.passages() - (long) analysis.rejected())
        : line;
  }

  /** How many files came out how. */
  String together() {
    List<String> parts = new ArrayList<>();
    outcomes.forEach((outcome, count) -> parts.add(texts.count("files." + outcome, count)));
    int files = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    return style.bold(texts.count("files", files) + texts.get("colon"))
        + String.join(", ", parts)
        + ".";
  }

  private String coloured(Outcome outcome, String text) {
    return switch (outcome) {
      case ACCEPTED -> style.good(text);
      case PARTIAL -> style.of(Severity.WARNING, text);
      case REJECTED, MALFORMED -> style.of(Severity.FILE, text);
    };
  }

  private static long findings(Analysis analysis, boolean blocking) {
    return analysis.summary().causes().stream()
        .filter(cause -> blocking == (cause.severity() != Severity.WARNING))
        .mapToLong(Cause::findings)
        .sum();
  }

  /** Whether the other mode would take some of what this one refuses. */
  private static boolean wouldBeTaken(Analysis analysis) {
    return analysis.subject().mode() == Mode.STRICT
        && analysis.refusedAsWhole()
        && analysis.end().how() == FluxEnd.How.COMPLETE
        && analysis.rejected() < analysis.passages()
        && analysis.summary().causes().stream()
            .noneMatch(cause -> cause.severity() == Severity.FILE);
  }
}
