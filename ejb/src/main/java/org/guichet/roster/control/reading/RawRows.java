package org.guichet.roster.control.reading;

import java.util.List;

/** Takes rows one by one as a file holds them, blank ones and titles included. */
@FunctionalInterface
interface RawRows {
  /**
   * A row.
   *
   * @param line on which it begins, from 1
   * @return whether to go on
   */
  boolean row(long line, List<String> cells);
}
