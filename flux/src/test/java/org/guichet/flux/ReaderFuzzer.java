package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Locale;
import org.guichet.flux.check.ContentChecks;

/**
 * What must hold for the reading of any bytes: nothing is thrown, cutting passages changes nothing,
 * and all that is told has its place in the file. Jazzer calls it with bytes of its own.
 */
public final class ReaderFuzzer {
  private static final Checking CHECKING =
      ContentChecks.checking(LocalDate.of(2026, 2, 1), Severities.USUAL);

  private ReaderFuzzer() {}

  public static void fuzzerTestOneInput(byte[] file) {
    Cutting.changesNoVerdict(file);
    Recording read = Recording.of(file, CHECKING);
    int lines = lines(file);
    for (Finding finding : read.all()) {
      assertThat(finding.line()).as(finding.toString()).isBetween(0, lines);
      // The parser's own column of what it can't read may be some characters too far.
      int columns =
          finding.code().kind() == FindingCode.Kind.READING ? Integer.MAX_VALUE : file.length + 1;
      assertThat(finding.column()).as(finding.toString()).isBetween(0, columns);
      FindingTexts.explanation(finding, Locale.FRENCH);
      FindingTexts.mend(finding, Locale.ENGLISH);
    }
    read.passages.forEach(passage -> standsInTheFile(passage, file, read.end.encoding(), lines));
  }

  /** What all that ends a line in any version of XML allows at most. */
  private static int lines(byte[] file) {
    int lines = 1;
    for (byte b : file) {
      // Line feed and return; the last bytes of U+0085 and U+2028, which end lines in XML 1.1.
      if (b == '\n' || b == '\r' || b == (byte) 0x85 || b == (byte) 0xA8 || b == 0x28) {
        lines++;
      }
    }
    return lines;
  }

  private static void standsInTheFile(Passage passage, byte[] file, String encoding, int lines) {
    assertThat(passage.line()).as(passage.toString()).isBetween(1, lines);
    if (passage.offset() >= 0) {
      assertThat(passage.offset() + passage.length())
          .as(passage.toString())
          .isLessThanOrEqualTo(file.length);
      String text =
          new String(
              file,
              Math.toIntExact(passage.offset()),
              Math.toIntExact(passage.length()),
              Charset.forName(encoding));
      assertThat(text).startsWith("<").endsWith(">");
    }
  }
}
