package org.guichet.roster.control.reading;

import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.SourceRow;

/** Is told what a table says, in its order. */
public interface TableSink {
  /** A row under the header that isn't blank. */
  void row(SourceRow row);

  /** Whether there is a use in the rows behind the one that was told last. */
  default boolean wantsMore() {
    return true;
  }

  /** About the file; after one that blocks, nothing more comes. */
  void finding(RosterFinding finding);
}
