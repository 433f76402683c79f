package org.guichet.flux.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guichet.flux.FluxAction;
import org.guichet.flux.Outline;
import org.guichet.flux.report.RejectedExtract.Result;
import org.jspecify.annotations.Nullable;

/**
 * Writes a flux of chosen passages of another one: as they stand there, byte for byte, or as they
 * were mended. Around them it is the file itself, in its encoding, but for {@code idFlux}, {@code
 * horodatage} and {@code action}.
 */
public final class PassagesExtract {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  /**
   * A passage that is chosen.
   *
   * @param offset of its start tag's first byte in the file
   * @param length in bytes up to the end of its end tag
   * @param instead what it has become, in XML; null: as it stands
   */
  public record Chosen(long offset, long length, @Nullable String instead) {}

  /** Tells chosen passages, in the order of the file. */
  public interface Source {
    void tell(Sink to) throws IOException;
  }

  /** Is told them. */
  public interface Sink {
    void passage(Chosen passage) throws IOException;
  }

  private final SeekableByteChannel file;
  private final OutputStream out;
  private final OffsetDateTime now;

  /**
   * @param file positioned anywhere; not closed
   * @param out not closed
   * @param now its {@code horodatage}, to the second
   */
  public PassagesExtract(SeekableByteChannel file, OutputStream out, OffsetDateTime now) {
    this.file = file;
    this.out = out;
    this.now = now;
  }

  /** All at once. */
  public Result write(String idFlux, FluxAction action, List<Chosen> chosen) throws IOException {
    return write(
        idFlux,
        action,
        to -> {
          for (Chosen passage : chosen) {
            to.passage(passage);
          }
        });
  }

  /**
   * Writes them. At least one is to be told.
   *
   * @param idFlux what the new file calls itself
   * @throws IOException when the file can't be got or the extract can't be written
   */
  public Result write(String idFlux, FluxAction action, Source chosen) throws IOException {
    file.position(0);
    Outline outline = Outline.of(stream());
    if (outline.idFlux() == null || outline.timestamp() == null) {
      return Result.FAULT_OUTSIDE;
    }
    Extracting extracting = new Extracting(file, out, outline);
    extracting.replace(outline.idFlux(), idFlux);
    if (outline.action() != null) {
      extracting.replace(outline.timestamp(), TIMESTAMP.format(now));
      extracting.replace(outline.action(), action.name());
    } else if (action == FluxAction.SUPPRESSION) {
      extracting.replace(outline.timestamp(), TIMESTAMP.format(now), "action", action.name());
    } else {
      extracting.replace(outline.timestamp(), TIMESTAMP.format(now));
    }
    try {
      chosen.tell(
          passage -> extracting.passage(passage.offset(), passage.length(), passage.instead()));
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
}
