package org.guichet.roster.entity;

import java.util.List;

/**
 * How a file is read, with the beginning of what it says, to be shown.
 *
 * @param workbook whether it is one; charset and separator then say nothing
 * @param headers as written; trailing ones without a word are left off
 * @param sample the first rows under the header
 * @param findings what stands in its way, and what is worth saying
 */
public record TableShape(
    boolean workbook,
    Guess<String> charset,
    Guess<Character> separator,
    Guess<Long> headerLine,
    List<String> headers,
    List<SourceRow> sample,
    List<RosterFinding> findings) {
  public TableShape {
    headers = List.copyOf(headers);
    sample = List.copyOf(sample);
    findings = List.copyOf(findings);
  }

  /** Whether rows can be read. */
  public boolean isReadable() {
    return findings.stream().noneMatch(RosterFinding::blocks);
  }
}
