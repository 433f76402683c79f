package org.guichet.flux.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.Outline;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.Summary;
import org.jspecify.annotations.Nullable;

/**
 * Writes a flux of the rejected passages of another one, to be mended and deposited. It is the file
 * without its other passages and the certifications that have no rejected one: what is left is byte
 * for byte as it was, in its encoding, but for {@code idFlux} and {@code horodatage}.
 */
public final class RejectedExtract {
  private static final int MAX_ID = 50;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  /** What became of an extract. What was written of one that isn't {@link #WRITTEN} is no use. */
  public enum Result {
    WRITTEN,
    /** No passage is rejected. */
    NOTHING_REJECTED,
    /** The file can't be read to its end: mend it first. */
    MALFORMED,
    /** Something outside of passages refuses the file: an extract would be refused for it too. */
    FAULT_OUTSIDE,
    /** In an XML 1.1 file nobody knows where passages start. */
    PLACES_UNKNOWN,
    /** The passages aren't where the report says: it is about another file. */
    OTHER_FILE
  }

  /**
   * Where a passage is in its file.
   *
   * @param offset of its start tag's first byte; -1 where the encoding hides it
   * @param length in bytes up to the end of its end tag; -1 where the encoding hides it
   */
  public record PassagePlace(long offset, long length) {}

  /** Tells the rejected passages, in the order of the file. */
  private interface Rejects {
    void tell(Extracting to) throws IOException;
  }

  private final SeekableByteChannel file;
  private final OutputStream out;
  private final OffsetDateTime now;
  private final int number;

  /**
   * @param file positioned anywhere; not closed
   * @param out not closed
   * @param now its {@code horodatage}, to the second
   * @param number which extract of the file this is, from 1
   */
  public RejectedExtract(
      SeekableByteChannel file, OutputStream out, OffsetDateTime now, int number) {
    this.file = file;
    this.out = out;
    this.now = now;
    this.number = number;
  }

  /**
   * Takes the rejected passages from an analysis of the file.
   *
   * @throws IOException when the file can't be got or the extract can't be written
   */
  public Result write(Analysis analysis) throws IOException {
    if (analysis.end().how() != FluxEnd.How.COMPLETE) {
      return Result.MALFORMED;
    }
    boolean outside =
        analysis.summary().causes().stream()
            .map(Summary.Cause::severity)
            .anyMatch(Severity.FILE::equals);
    if (outside) {
      return Result.FAULT_OUTSIDE;
    }
    return write(
        analysis.end().header().idFlux(),
        analysis.rejected(),
        to ->
            analysis.forEachPassage(
                passage -> {
                  if (passage.rejected()) {
                    to.passage(passage.offset(), passage.length());
                  }
                }));
  }

  /**
   * Takes the rejected passages from a report on the file, in XML or JSON.
   *
   * @param report which to open twice: its head is read first
   * @throws UnreadableReportException when it isn't a report
   * @throws IOException when the file or the report can't be got or the extract can't be written
   */
  public Result write(ReportSource report) throws IOException {
    ReportHead head = report.head();
    if (head.reading() != FluxEnd.How.COMPLETE) {
      return Result.MALFORMED;
    }
    boolean outside =
        head.causes().stream().map(ReportHead.Cause::severity).anyMatch(Severity.FILE::equals);
    if (outside) {
      return Result.FAULT_OUTSIDE;
    }
    return write(
        head.header().idFlux(),
        head.rejected(),
        to -> report.rejected(passage -> to.passage(passage.offset(), passage.length())));
  }

  /**
   * Takes the rejected passages from whoever keeps where they are.
   *
   * @param idFlux of the file
   * @param rejected in the order of the file
   * @throws IOException when the file can't be got or the extract can't be written
   */
  public Result write(@Nullable String idFlux, List<PassagePlace> rejected) throws IOException {
    return write(
        idFlux,
        rejected.size(),
        to -> {
          for (PassagePlace place : rejected) {
            to.passage(place.offset(), place.length());
          }
        });
  }

  private Result write(@Nullable String idFlux, int rejected, Rejects rejects) throws IOException {
    if (rejected == 0) {
      return Result.NOTHING_REJECTED;
    }
    file.position(0);
    Outline outline = Outline.of(stream());
    if (idFlux == null || outline.idFlux() == null || outline.timestamp() == null) {
      return Result.FAULT_OUTSIDE;
    }
    Extracting extracting = new Extracting(file, out, outline);
    extracting.replace(outline.idFlux(), id(idFlux, number));
    extracting.replace(outline.timestamp(), TIMESTAMP.format(now));
    try {
      rejects.tell(extracting);
      extracting.end();
      return Result.WRITTEN;
    } catch (Extracting.Misplaced e) {
      return e.known() ? Result.OTHER_FILE : Result.PLACES_UNKNOWN;
    }
  }

  /** Not closed: that would close the channel. */
  @SuppressWarnings("resource")
  private InputStream stream() {
    return Channels.newInputStream(file);
  }

  /**
   * What an extract of a file calls itself.
   *
   * @param old idFlux of the file, not empty
   * @param number which extract of the file it is, from 1
   */
  public static String id(String old, int number) {
    String suffix = "-R" + number;
    int room = Math.min(old.length(), MAX_ID - suffix.length());
    if (Character.isHighSurrogate(old.charAt(room - 1))) {
      room--;
    }
    return old.substring(0, room) + suffix;
  }
}
