package org.guichet.deposit.control;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of a file for what it says of itself; judges nothing within passages. */
public final class BeginningReading implements FluxSink {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private @Nullable FluxHeader header;
  private @Nullable Finding complaint;
  private long passages;
  private long end;
  private boolean whole;

  private BeginningReading() {}

  /**
   * Reads what there is.
   *
   * @param beginning the first bytes of a file
   * @param size of the whole file in bytes
   * @param given how many of them {@code beginning} holds
   */
  public static BeginningReading of(FluxReader reader, InputStream beginning, long size, long given)
      throws IOException {
    BeginningReading reading = new BeginningReading();
    boolean all = given >= size;
    try {
      InputStream bytes = all ? beginning : new CutStream(beginning);
      FluxEnd read = reader.read(bytes, Checking.schemaOnly(), reading);
      reading.whole = all && read.how() == FluxEnd.How.COMPLETE;
      reading.passages = read.passages();
    } catch (CutException e) {
      reading.estimate(size);
    }
    return reading;
  }

  /**
   * All passages take about as much room as those that were met; said as roughly as it is known.
   */
  private void estimate(long size) {
    if (end > 0) {
      BigDecimal all = BigDecimal.valueOf((double) passages * size / end);
      passages = all.round(TWO_DIGITS).longValue();
    }
  }

  /** Empty when the file doesn't name all that rights depend on where it was read. */
  public Optional<FluxHeader> header() {
    return Optional.ofNullable(header);
  }

  /** How many there are in the whole file; an estimate unless {@link #whole}. */
  public long passages() {
    return passages;
  }

  /** Whether the file was read to its end. */
  public boolean whole() {
    return whole;
  }

  /** The first thing that refuses the file as a whole, or keeps it from being read on. */
  public Optional<Finding> complaint() {
    return Optional.ofNullable(complaint);
  }

  @Override
  public boolean header(FluxHeader found) {
    header = found;
    return true;
  }

  @Override
  public boolean passage(Passage passage) {
    passages++;
    end = passage.offset() + passage.length();
    return true;
  }

  @Override
  public void certification(Certification certification) {
    // Nothing that is shown before a drop.
  }

  @Override
  public void finding(Finding finding) {
    if (complaint == null && finding.severity() == Severity.FILE) {
      complaint = finding;
    }
  }

  /** The given bytes are over, but the file isn't: no fault of the file. */
  private static final class CutException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Breaks off where it ends. */
  private static final class CutStream extends FilterInputStream {
    CutStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read < 0) {
        throw new CutException();
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read < 0) {
        throw new CutException();
      }
      return read;
    }
  }
}
