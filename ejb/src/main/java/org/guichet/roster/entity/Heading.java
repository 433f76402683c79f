package org.guichet.roster.entity;

import java.util.List;

/**
 * What the columns of a file say.
 *
 * @param columns in their order, each once
 * @param findings compulsory columns that are missing, and columns that nobody knows
 */
public record Heading(List<ColumnMapping> columns, List<RosterFinding> findings) {
  public Heading {
    columns = List.copyOf(columns);
    findings = List.copyOf(findings);
  }

  /** Whether no compulsory column is missing. */
  public boolean isComplete() {
    return findings.stream().noneMatch(RosterFinding::blocks);
  }
}
