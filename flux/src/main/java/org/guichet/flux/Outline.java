package org.guichet.flux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a file stand in its bytes. Right for files that were read to their end and
 * have no fault outside of passages and certifications.
 *
 * @param idFlux null when there is none
 * @param timestamp null when there is none
 * @param action null when there is none
 * @param certifications in the order of the file
 */
public record Outline(
    Charset charset,
    @Nullable Span idFlux,
    @Nullable Span timestamp,
    @Nullable Span action,
    List<Section> certifications) {
  private static final int BUFFER = 1 << 16;

  public Outline {
    certifications = List.copyOf(certifications);
  }

  /**
   * Bytes of a file.
   *
   * @param start of the first one, from 0
   * @param end behind the last one
   */
  public record Span(long start, long end) {
    private static Span of(ByteRange range) {
      return new Span(range.offset(), range.offset() + range.length());
    }
  }

  /**
   * A certification and all of its passages.
   *
   * @param passages from the first one's start to the last one's end; null when there are none
   */
  public record Section(Span whole, @Nullable Span passages) {}

  /**
   * In which encoding a file is read; looks at its first bytes only.
   *
   * @param file from its start; not closed
   */
  public static Charset charset(InputStream file) throws IOException {
    return Opening.of(file).encoding().charset();
  }

  /**
   * Reads a file through.
   *
   * @param file from its start; not closed
   */
  public static Outline of(InputStream file) throws IOException {
    Opening opening = Opening.of(file);
    Encoding encoding = opening.encoding();
    Drawing drawing = new Drawing(encoding);
    byte[] buffer = new byte[BUFFER];
    InputStream rest = opening.rest();
    for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
      drawing.take(buffer, count);
    }
    return new Outline(
        encoding.charset(),
        drawing.idFlux.isEmpty() ? null : drawing.idFlux.get(0),
        drawing.timestamp.isEmpty() ? null : drawing.timestamp.get(0),
        drawing.action.isEmpty() ? null : drawing.action.get(0),
        drawing.certifications);
  }

  /** Follows the elements that matter, each by a lexer of its own. */
  private static final class Drawing {
    private final MarkupLexer idFluxLexer;
    private final MarkupLexer timestampLexer;
    private final MarkupLexer actionLexer;
    private final MarkupLexer passageLexer;
    private final MarkupLexer certificationLexer;
    private final int unitSize;
    private final boolean bigEndian;
    private final List<Span> idFlux = new ArrayList<>();
    private final List<Span> timestamp = new ArrayList<>();
    private final List<Span> action = new ArrayList<>();
    private final List<Section> certifications = new ArrayList<>();
    private int half = -1; // first byte of a two-byte unit whose second one isn't there yet
    private @Nullable Span passages; // of the certification that is open

    Drawing(Encoding encoding) {
      unitSize = encoding.unitSize();
      bigEndian = encoding.bigEndian();
      idFluxLexer = lexer("idFlux", encoding);
      timestampLexer = lexer("horodatage", encoding);
      actionLexer = lexer("action", encoding);
      passageLexer = lexer(Paths.PASSAGE_NAME, encoding);
      certificationLexer = lexer("certification", encoding);
    }

    private static MarkupLexer lexer(String name, Encoding encoding) {
      return new MarkupLexer(name, encoding.unitSize(), encoding.markLength(), MarkupLexer.NOBODY);
    }

    void take(byte[] bytes, int count) {
      for (int i = 0; i < count; i++) {
        int b = bytes[i] & 0xFF;
        if (unitSize == 1) {
          step(b);
        } else if (half < 0) {
          half = b;
        } else {
          step(bigEndian ? half << 8 | b : b << 8 | half);
          half = -1;
        }
      }
    }

    private void step(int unit) {
      idFluxLexer.step(unit);
      timestampLexer.step(unit);
      actionLexer.step(unit);
      passageLexer.step(unit);
      certificationLexer.step(unit);
      if (unit == '>') {
        ended(idFluxLexer, idFlux);
        ended(timestampLexer, timestamp);
        ended(actionLexer, action);
        ByteRange passage = passageLexer.poll();
        if (passage != null) {
          passage(Span.of(passage));
        }
        ByteRange certification = certificationLexer.poll();
        if (certification != null) {
          certification(Span.of(certification));
        }
      }
    }

    private static void ended(MarkupLexer lexer, List<Span> spans) {
      ByteRange range = lexer.poll();
      if (range != null) {
        spans.add(Span.of(range));
      }
    }

    /** What has the name of a part of the file, but stands within a passage, is none. */
    private void passage(Span passage) {
      dropBehind(passage.start(), idFlux);
      dropBehind(passage.start(), timestamp);
      dropBehind(passage.start(), action);
      dropSectionsBehind(passage.start());
      passages =
          passages == null
              ? passage
              : new Span(Math.min(passages.start(), passage.start()), passage.end());
    }

    private void certification(Span whole) {
      dropSectionsBehind(whole.start());
      boolean has = passages != null && passages.start() > whole.start();
      certifications.add(new Section(whole, has ? passages : null));
      if (has) {
        passages = null;
      }
    }

    private static void dropBehind(long start, List<Span> spans) {
      while (!spans.isEmpty() && spans.get(spans.size() - 1).start() > start) {
        spans.remove(spans.size() - 1);
      }
    }

    private void dropSectionsBehind(long start) {
      int last = certifications.size() - 1;
      while (last >= 0 && certifications.get(last).whole().start() > start) {
        certifications.remove(last);
        last--;
      }
    }
  }
}
