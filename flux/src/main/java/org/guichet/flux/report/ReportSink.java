package org.guichet.flux.report;

import java.io.IOException;
import org.guichet.flux.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Takes a report, in this order: the head, the rejected passages, then cause by cause what was
 * found, then the end. Writers are sinks, readers and {@link RichReport} feed them: so a report
 * passes from one form to another without being held.
 */
public interface ReportSink {
  void head(ReportHead head) throws IOException;

  void rejected(RejectedPassage passage) throws IOException;

  /** What is found from here on has this cause. */
  void cause(CauseHead cause) throws IOException;

  void finding(ReportedFinding finding) throws IOException;

  /** Nothing more comes. */
  void end() throws IOException;

  /**
   * A passage that is KO.
   *
   * @param position in the file, from 1
   * @param line of its start tag
   * @param offset of its first byte in the file; -1 where that isn't known
   * @param length in bytes; -1 where that isn't known
   */
  record RejectedPassage(
      int position, @Nullable String idTechnique, int line, long offset, long length) {}

  /**
   * All that has one cause.
   *
   * @param findings how many there are
   * @param shown how many of them follow
   */
  record CauseHead(String code, String title, int findings, int shown) {}

  /**
   * Something that was found, in the reader's words.
   *
   * @param passage position of the passage, from 1; 0 outside of any
   * @param value what the file says there; null when it isn't about one value
   */
  record ReportedFinding(
      Severity severity,
      int line,
      int column,
      String path,
      int passage,
      @Nullable String idTechnique,
      @Nullable String value,
      String explanation,
      String expected,
      String mend) {}
}
