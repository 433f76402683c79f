package org.guichet.flux.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.guichet.flux.Dimension;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Outcome;
import org.jspecify.annotations.Nullable;

/** Makes reports of all sorts of values; the same ones for the same seed. */
final class RandomReport {
  private static final String[] PIECES = {
    "a",
    "É",
    " ",
    "\n",
    "\r",
    "\t",
    "<",
    ">",
    "&",
    "]]>",
    "\"",
    "'",
    "\\",
    "😀",
    "\u2028",
    "=",
    ";",
    "\u0001",
    "\u007F",
    "\uFFFE",
    "&#13;",
    "é",
    "0",
    "{0}",
    "x".repeat(300)
  };

  private final Random random;
  private final UnaryOperator<String> text;

  /**
   * @param text what the form makes of a text that it can't hold
   */
  RandomReport(long seed, UnaryOperator<String> text) {
    this.random = new Random(seed);
    this.text = text;
  }

  CollectedReport report() {
    CollectedReport report = new CollectedReport();
    report.head(head());
    times(() -> report.rejected(rejected()));
    times(
        () -> {
          report.cause(new ReportSink.CauseHead(code(), text(), count(), count()));
          times(() -> report.finding(finding()));
        });
    report.end();
    return report;
  }

  private ReportHead head() {
    Map<Dimension, Double> scores = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      if (random.nextBoolean()) {
        scores.put(dimension, random.nextDouble());
      }
    }
    List<ReportHead.Cause> causes =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(
                i ->
                    new ReportHead.Cause(
                        code(),
                        any(Severity.values()),
                        any(Dimension.values()),
                        text(),
                        count(),
                        random.nextInt(1000)))
            .toList();
    return new ReportHead(
        random.nextBoolean() ? "fr" : "en",
        text(),
        any(Mode.values()),
        any(Outcome.values()),
        random.nextBoolean(),
        any(FluxEnd.How.values()),
        text(),
        new FluxHeader(orNull(), any(FluxAction.values()), orNull(), orNull(), orNull()),
        1000 + random.nextInt(1000),
        count(),
        count(),
        scores,
        causes);
  }

  private ReportSink.RejectedPassage rejected() {
    return new ReportSink.RejectedPassage(
        count(), orNull(), count(), random.nextLong(), random.nextLong());
  }

  private ReportSink.ReportedFinding finding() {
    return new ReportSink.ReportedFinding(
        any(Severity.values()),
        count(),
        count(),
        text(),
        count(),
        orNull(),
        orNull(),
        text(),
        text(),
        text());
  }

  private void times(Runnable what) {
    IntStream.range(0, random.nextInt(4)).forEach(i -> what.run());
  }

  private String code() {
    return String.format("GUI-%03d", random.nextInt(1000));
  }

  private int count() {
    return random.nextInt(Integer.MAX_VALUE);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private @Nullable String orNull() {
    return random.nextBoolean() ? text() : null;
  }

  private String text() {
    StringBuilder made = new StringBuilder();
    times(() -> made.append(any(PIECES)));
    return text.apply(made.toString());
  }
}
