package org.guichet.roster.control.planning;

import org.guichet.roster.entity.PlanRow;

/** Takes a plan row by row: those of the files first, pupils before parents, then who leaves. */
@FunctionalInterface
public interface PlanSink {
  void row(PlanRow row);

  /** How many rows of files there will be; told before the first. */
  default void expects(int rows) {
    // Few want to know.
  }
}
