package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.deposit.entity.AttemptReading;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.Figures;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Outcome;
import org.guichet.flux.analysis.Summary;
import org.guichet.flux.report.ReportHead;
import org.guichet.flux.report.ReportSink;
import org.jspecify.annotations.Nullable;

/**
 * Tells the detailed report on a deposit whose verdict stands, of what its rows know: grouped by
 * cause, in a reader's words, page by page. The same rows and language make the same report.
 */
@Dependent
public class VerdictReport {
  private static final int PAGE = 2_000;
  private static final Optional<RefusalCode> SCHEMA = Optional.of(RefusalCode.SCHEMA);

  @Inject PassageFindings findings;
  @Inject PassageVerdicts verdicts;
  @Inject AttemptReadings readings;

  /**
   * Tells all of it.
   *
   * @param limit how many findings of each cause are shown at most; the report says how many there
   *     are
   */
  public void tell(Deposit deposit, Locale locale, int limit, ReportSink sink) throws IOException {
    try {
      new Telling(deposit, locale, limit, sink).tell();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** One report. */
  private final class Telling {
    private final Deposit deposit;
    private final Optional<UUID> attempt;
    private final Optional<AttemptReading> reading;
    private final Locale locale;
    private final int limit;
    private final ReportSink sink;
    private final List<Finding> outside;

    Telling(Deposit deposit, Locale locale, int limit, ReportSink sink) {
      this.deposit = deposit;
      this.attempt = deposit.attempt();
      this.reading = attempt.flatMap(readings::find);
      this.locale = locale;
      this.limit = limit;
      this.sink = sink;
      this.outside = reading.map(readings::outside).orElse(List.of());
    }

    void tell() throws IOException {
      Counting counting = count();
      sink.head(head(counting));
      attempt.ifPresent(one -> verdicts.forEachRejected(one, this::rejected));
      for (FindingCode code : counting.codes()) {
        group(code, counting.findings(code));
      }
      sink.end();
    }

    private Counting count() {
      Counting counting = new Counting();
      outside.forEach(finding -> counting.add(finding, 0));
      attempt.ifPresent(
          one ->
              findings.forEach(
                  one,
                  verdict ->
                      VerdictFindings.of(verdict, deposit.sender())
                          .forEach(finding -> counting.add(finding, verdict.passage()))));
      return counting;
    }

    private void rejected(PassageVerdict verdict) {
      try {
        sink.rejected(
            new ReportSink.RejectedPassage(
                verdict.passage(),
                verdict.idTechnique(),
                verdict.line(),
                verdict.offset(),
                verdict.length()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void group(FindingCode code, int all) throws IOException {
      int left = Math.min(all, limit);
      sink.cause(
          new ReportSink.CauseHead(code.number(), FindingTexts.title(code, locale), all, left));
      for (Finding finding : outside) {
        if (finding.code() == code && left > 0) {
          sink.finding(reported(finding, 0, null));
          left--;
        }
      }
      int after = 0;
      List<PassageVerdict> page = page(code, after, left);
      while (!page.isEmpty()) {
        for (PassageVerdict verdict : page) {
          for (Finding finding : VerdictFindings.of(verdict, deposit.sender())) {
            if (finding.code() == code && left > 0) {
              sink.finding(reported(finding, verdict.passage(), verdict.idTechnique()));
              left--;
            }
          }
          after = verdict.passage();
        }
        page = page(code, after, left);
      }
    }

    private List<PassageVerdict> page(FindingCode code, int after, int left) {
      return left == 0 || attempt.isEmpty()
          ? List.of()
          : findings.after(attempt.get(), code, after, Math.min(PAGE, left));
    }

    private ReportSink.ReportedFinding reported(
        Finding finding, int passage, @Nullable String idTechnique) {
      return new ReportSink.ReportedFinding(
          finding.severity(),
          finding.line(),
          finding.column(),
          finding.path(),
          passage,
          idTechnique,
          finding.value(),
          FindingTexts.explanation(finding, locale),
          FindingTexts.expected(finding, locale),
          FindingTexts.mend(finding, locale));
    }

    private ReportHead head(Counting counting) {
      DepositView view = deposit.view();
      Figures figures = attempt.map(readings::figures).orElse(Figures.NONE);
      FluxEnd.How how = how();
      boolean schemaFault = counting.schemaFault() || view.refusal().equals(SCHEMA);
      int rejected = view.accepted() + view.rejected() > 0 ? view.rejected() : counting.rejected();
      return new ReportHead(
          locale.getLanguage().equals("en") ? "en" : "fr",
          view.fileName(),
          reading.flatMap(AttemptReading::mode).orElse(mode(schemaFault)),
          outcome(how),
          how == FluxEnd.How.COMPLETE && !schemaFault,
          how,
          reading.flatMap(AttemptReading::encoding).orElse("UTF-8"),
          new FluxHeader(
              view.idFlux().orElse(null),
              deposit.takesBack() ? FluxAction.SUPPRESSION : FluxAction.CREATION,
              view.sender().value(),
              view.certifier().orElse(null),
              view.contract().orElse(null)),
          figures.passages(),
          view.accepted(),
          rejected,
          figures.scores(),
          counting.summary(locale));
    }

    /** Of what was read before the mode was kept: what the verdict lets one conclude. */
    private Mode mode(boolean schemaFault) {
      return schemaFault && deposit.refusal().isEmpty() ? Mode.BY_PASSAGE : Mode.STRICT;
    }

    private FluxEnd.How how() {
      RefusalCode refusal = deposit.refusal().orElse(null);
      return reading
          .flatMap(AttemptReading::how)
          .orElse(
              refusal == null || refusal == RefusalCode.SCHEMA || refusal == RefusalCode.CONTENT
                  ? FluxEnd.How.COMPLETE
                  : refusal == RefusalCode.UNREADABLE || refusal == RefusalCode.NOT_XML
                      ? FluxEnd.How.UNREADABLE
                      : FluxEnd.How.STOPPED);
    }

    /** As it was judged; that passages were taken back since is another deposit's matter. */
    private Outcome outcome(FluxEnd.How how) {
      if (how == FluxEnd.How.UNREADABLE) {
        return Outcome.MALFORMED;
      }
      if (deposit.refusal().isPresent() || deposit.status() == DepositStatus.REJECTED) {
        return Outcome.REJECTED;
      }
      return deposit.view().rejected() == 0 ? Outcome.ACCEPTED : Outcome.PARTIAL;
    }
  }

  /** How often each cause was met, in how many passages. */
  private static final class Counting {
    private record Key(FindingCode code, Severity severity) {}

    private final Map<Key, int[]> counts = new LinkedHashMap<>();
    private final Set<Key> ofPassage = new HashSet<>();
    private int passage;
    private int rejected;
    private boolean blocked;

    void add(Finding finding, int position) {
      if (position != passage) {
        passage = position;
        blocked = false;
        ofPassage.clear();
      }
      if (finding.blocks() && !blocked && position > 0) {
        blocked = true;
        rejected++;
      }
      Key key = new Key(finding.code(), finding.severity());
      int[] count = counts.computeIfAbsent(key, none -> new int[2]);
      count[0]++;
      if (position > 0 && ofPassage.add(key)) {
        count[1]++;
      }
    }

    int rejected() {
      return rejected;
    }

    boolean schemaFault() {
      return counts.keySet().stream()
          .anyMatch(
              key ->
                  key.code().kind() == FindingCode.Kind.SCHEMA
                      && key.severity() != Severity.WARNING);
    }

    int findings(FindingCode code) {
      return counts.entrySet().stream()
          .filter(entry -> entry.getKey().code() == code)
          .mapToInt(entry -> entry.getValue()[0])
          .sum();
    }

    /** The most frequent first; what is as frequent, by its number. */
    private List<Summary.Cause> causes() {
      List<Summary.Cause> causes = new ArrayList<>();
      counts.forEach(
          (key, count) ->
              causes.add(new Summary.Cause(key.code(), key.severity(), count[0], count[1])));
      causes.sort(
          Comparator.comparing(Summary.Cause::findings)
              .reversed()
              .thenComparing(cause -> cause.code().number())
              .thenComparing(Summary.Cause::severity));
      return causes;
    }

    List<FindingCode> codes() {
      return causes().stream().map(Summary.Cause::code).distinct().toList();
    }

    List<ReportHead.Cause> summary(Locale locale) {
      return causes().stream()
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
    }
  }
}
