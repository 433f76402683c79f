package org.guichet.roster.control.reading;

import org.guichet.roster.entity.RosterFinding;

/** Ends the reading of a file that can't be read any further. */
final class UnreadableTableException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient RosterFinding finding;

  UnreadableTableException(RosterFinding finding) {
    super(finding.code().name(), null, false, false);
    this.finding = finding;
  }

  RosterFinding finding() {
    return finding;
  }
}
