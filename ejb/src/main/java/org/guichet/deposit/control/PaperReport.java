package org.guichet.deposit.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guichet.flux.Dimension;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.report.ReportHead;
import org.guichet.flux.report.ReportSink;
import org.guichet.platform.entity.Paper;
import org.jspecify.annotations.Nullable;

/** Makes a report into parts of a paper: figures, causes, and of each cause as much as is told. */
final class PaperReport implements ReportSink {
  private final PaperTexts texts;
  private final List<Paper.Part> parts = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private @Nullable CauseHead cause;

  PaperReport(PaperTexts texts) {
    this.texts = texts;
  }

  List<Paper.Part> parts() {
    return parts;
  }

  @Override
  public void head(ReportHead head) {
    List<Paper.Fact> figures = new ArrayList<>();
    figures.add(fact("passages", texts.number(head.passages())));
    figures.add(fact("accepted", texts.number(head.accepted())));
    figures.add(fact("rejected", texts.number(head.rejected())));
    figures.add(fact("mode", texts.text("mode." + head.mode())));
    parts.add(Paper.Part.facts(texts.text("result"), figures));
    if (!head.scores().isEmpty()) {
      parts.add(scores(head.scores()));
    }
    if (head.causes().isEmpty()) {
      parts.add(Paper.Part.texts(texts.text("causes"), List.of(texts.text("causes.none"))));
    } else {
      parts.add(causes(head));
    }
  }

  private Paper.Fact fact(String name, String value) {
    return new Paper.Fact(texts.text(name), value, false);
  }

  private Paper.Part scores(Map<Dimension, Double> scores) {
    return Paper.Part.table(
        texts.text("scores"),
        texts.text("scores.what"),
        List.of(texts.text("dimension"), texts.text("score")),
        new TreeMap<>(scores)
            .entrySet().stream()
                .map(
                    score ->
                        List.of(
                            texts.text("dimension." + score.getKey()),
                            texts.share(score.getValue())))
                .toList(),
        "");
  }

  private Paper.Part causes(ReportHead head) {
    return Paper.Part.table(
        texts.text("causes"),
        "",
        List.of(
            texts.text("cause.severity"),
            texts.text("cause.title"),
            texts.text("cause.code"),
            texts.text("cause.findings"),
            texts.text("cause.passages")),
        head.causes().stream()
            .map(
                one ->
                    List.of(
                        FindingTexts.severity(one.severity(), texts.locale()),
                        one.title(),
                        one.code(),
                        texts.number(one.findings()),
                        texts.number(one.passages())))
            .toList(),
        "");
  }

  @Override
  public void rejected(RejectedPassage passage) {
    // All of them are in the other forms.
  }

  @Override
  public void cause(CauseHead next) {
    endCause();
    cause = next;
  }

  @Override
  public void finding(ReportedFinding finding) {
    String place =
        finding.line() == 0 ? "" : texts.text("finding.place", String.valueOf(finding.line()));
    rows.add(
        List.of(
            Optional.ofNullable(finding.idTechnique()).orElse("–") + "\n" + place,
            Optional.ofNullable(finding.value()).orElse("–"),
            finding.expected().isEmpty() ? finding.explanation() : finding.expected(),
            finding.mend()));
  }

  private void endCause() {
    CauseHead ended = cause;
    if (ended != null) {
      String note =
          ended.shown() < ended.findings()
              ? texts.text("cause.cut", texts.number(ended.shown()), texts.number(ended.findings()))
              : texts.text("cause.whole", ended.findings());
      parts.add(
          Paper.Part.table(
              ended.code() + " – " + ended.title(),
              "",
              List.of(
                  texts.text("finding.passage"),
                  texts.text("finding.value"),
                  texts.text("finding.expected"),
                  texts.text("finding.mend")),
              rows,
              note));
      rows.clear();
    }
  }

  @Override
  public void end() {
    endCause();
    cause = null;
  }
}
