package org.guichet.flux;

import java.time.LocalDate;
import java.util.Set;

/**
 * Judges what the schema lets through in one passage. Says nothing about values that are missing or
 * of a wrong form: the schema does.
 */
public interface PassageCheck {
  /** All that it may complain about. */
  Set<FindingCode> codes();

  /**
   * Looks at one passage.
   *
   * @param day of the deposit
   */
  void check(Fields passage, LocalDate day, Complaints complaints);
}
