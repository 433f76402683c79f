package org.guichet.flux.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.register.Duplicates;
import org.jspecify.annotations.Nullable;

/**
 * What came of one file: read once, then shown as often as wanted. Findings wait in temporary files
 * until it is closed, so memory doesn't grow with them. For one thread at a time.
 *
 * <p>The two things that the parser says of one bad value are one finding here; only {@link
 * #forEachMessage} shows both. Where a file takes passages back, what content checks found in them
 * doesn't count and isn't shown.
 */
public final class Analysis implements AutoCloseable {
  private final Subject subject;
  private final Spool spool;
  private final FluxEnd end;
  private final Tally tally;
  private @Nullable FindingsByCode byCode;

  private Analysis(Subject subject, Spool spool, FluxEnd end, Tally tally) {
    this.subject = subject;
    this.spool = spool;
    this.end = end;
    this.tally = tally;
  }

  /**
   * Reads a file to its end, or as far as it can be read.
   *
   * @param file not closed
   * @throws IOException when the file can't be got or the findings can't be kept; never for what
   *     the file holds
   */
  public static Analysis of(FluxReader reader, InputStream file, Subject subject)
      throws IOException {
    Spool spool = new Spool(subject.tempFolder());
    try {
      Keeping keeping = new Keeping(spool);
      FluxEnd end = reader.read(file, subject.checking(), subject.stage().apply(keeping));
      spool.finish();
      boolean takesBack = end.header().action() == FluxAction.SUPPRESSION;
      return new Analysis(subject, spool, end, takesBack ? keeping.takingBack : keeping.taking);
    } catch (UncheckedIOException e) {
      closeAfter(e, spool);
      throw new IOException(e);
    } catch (IOException | RuntimeException e) {
      closeAfter(e, spool);
      throw e;
    }
  }

  private static void closeAfter(Exception failure, Spool spool) {
    try {
      spool.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** What was analysed, and how. */
  public Subject subject() {
    return subject;
  }

  /** How the reading ended. */
  public FluxEnd end() {
    return end;
  }

  /** What became of the file. */
  public Outcome outcome() {
    if (end.how() == FluxEnd.How.UNREADABLE) {
      return Outcome.MALFORMED;
    }
    if (refusedAsWhole() || (rejected() > 0 && rejected() == passages())) {
      return Outcome.REJECTED;
    }
    return rejected() == 0 ? Outcome.ACCEPTED : Outcome.PARTIAL;
  }

  /** Whether the file is refused, and not only each of its passages. */
  public boolean refusedAsWhole() {
    return end.how() != FluxEnd.How.COMPLETE
        || tally.refused()
        || (subject.mode() == Mode.STRICT && tally.schemaFault());
  }

  /** Whether the schema alone, in any mode, finds nothing wrong with the file. */
  public boolean schemaValid() {
    return end.how() == FluxEnd.How.COMPLETE && !tally.schemaFault();
  }

  /** How many passages were read. */
  public int passages() {
    return tally.passages();
  }

  /** How many are KO by themselves or their certification, whatever becomes of the file. */
  public int rejected() {
    return tally.rejected();
  }

  /** How many are taken: none of a file that is refused as a whole. */
  public int accepted() {
    return refusedAsWhole() ? 0 : passages() - rejected();
  }

  public Summary summary() {
    return tally.summary();
  }

  /** All passages in the order of the file. */
  public void forEachPassage(Visitor<JudgedPassage> visitor) throws IOException {
    spool.read(
        new Spool.Reader() {
          @Override
          public void passage(Spool.Told passage) throws IOException {
            visitor.visit(judged(passage));
          }

          @Override
          public void finding(Finding finding) {
            // Not a passage.
          }
        });
  }

  /** All findings, nearly in the order of the file: a passage's come where it ends. */
  public void forEachFinding(Visitor<PlacedFinding> visitor) throws IOException {
    Finding[] last = new Finding[1];
    forEachMessage(
        placed -> {
          Finding before = last[0];
          if (before == null || !Repeats.repeats(placed.finding(), before)) {
            last[0] = placed.finding();
            visitor.visit(placed);
          }
        });
  }

  /** All findings of one code, in the same order. */
  public void forEachFinding(FindingCode code, Visitor<PlacedFinding> visitor) throws IOException {
    if (byCode == null) {
      byCode = new FindingsByCode(subject.tempFolder());
      forEachFinding(byCode::add);
      byCode.finish();
    }
    byCode.forEach(code, visitor);
  }

  /** The same as {@link #forEachFinding} and both things that the parser says of one bad value. */
  public void forEachMessage(Visitor<PlacedFinding> visitor) throws IOException {
    spool.read(
        new Spool.Reader() {
          @Override
          public void passage(Spool.Told passage) throws IOException {
            for (Finding finding : passage.findings()) {
              show(
                  new PlacedFinding(
                      withIssuer(finding), passage.position(), passage.idTechnique()));
            }
          }

          @Override
          public void finding(Finding finding) throws IOException {
            show(new PlacedFinding(finding, 0, null));
          }

          private void show(PlacedFinding placed) throws IOException {
            if (tally.counts(placed.finding())) {
              visitor.visit(placed);
            }
          }
        });
  }

  private JudgedPassage judged(Spool.Told told) {
    List<Finding> findings =
        Repeats.without(told.findings()).stream()
            .filter(tally::counts)
            .map(this::withIssuer)
            .toList();
    Finding cause = findings.stream().filter(Finding::blocks).findFirst().orElse(null);
    Finding fault = told.faultOfCertification();
    if (cause == null && fault != null && tally.counts(fault)) {
      cause = fault;
    }
    return new JudgedPassage(
        told.position(),
        told.certification(),
        told.idTechnique(),
        told.line(),
        told.offset(),
        told.length(),
        findings,
        cause);
  }

  /** Where the file names its issuer behind its passages, duplicates were found without it. */
  private Finding withIssuer(Finding finding) {
    return Duplicates.withIssuer(finding, end.header().issuer());
  }

  /** Deletes the temporary files. */
  @Override
  public void close() throws IOException {
    try (spool) {
      if (byCode != null) {
        byCode.close();
      }
    }
  }

  /** Keeps and counts what it is told, in two ways until the file has said what it asks for. */
  private static final class Keeping implements FluxSink {
    private final Spool spool;
    private final Tally taking = new Tally(code -> true);
    private final Tally takingBack = new Tally(FindingCode::countsWhenTakingBack);
    private @Nullable Finding last;

    Keeping(Spool spool) {
      this.spool = spool;
    }

    @Override
    public boolean header(FluxHeader header) {
      return true;
    }

    @Override
    public boolean passage(Passage passage) {
      keep(() -> spool.write(passage));
      taking.passage(passage);
      takingBack.passage(passage);
      return true;
    }

    @Override
    public void certification(Certification certification) {
      keep(() -> spool.write(certification));
      taking.certification(certification);
      takingBack.certification(certification);
    }

    @Override
    public void finding(Finding finding) {
      keep(() -> spool.write(finding));
      boolean repeats = last != null && Repeats.repeats(finding, last);
      taking.finding(finding, repeats);
      takingBack.finding(finding, repeats);
      last = repeats ? last : finding;
    }

    private static void keep(Writing writing) {
      try {
        writing.write();
      } catch (IOException e) {
        throw new UncheckedIOException(e); // a sink may throw nothing else
      }
    }

    private interface Writing {
      void write() throws IOException;
    }
  }
}
