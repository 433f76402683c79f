package org.guichet.deposit.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.AttemptReading;
import org.guichet.deposit.entity.Figures;
import org.guichet.deposit.entity.PassageRange;
import org.guichet.deposit.entity.Reading;
import org.guichet.flux.Finding;
import org.guichet.platform.entity.DepositId;

/** What readings found out beside passages, and what is made of them after their verdicts. */
public interface AttemptReadings {
  /** Notes what was read; nothing when it is noted already. */
  void note(UUID attempt, DepositId deposit, Reading reading);

  Optional<AttemptReading> find(UUID attempt);

  /** The same, so that nobody else changes it before this transaction ends. */
  Optional<AttemptReading> lock(UUID attempt);

  /** Attempts whose verdict stands and of which something is still to be counted or listed. */
  List<UUID> open(int most);

  /** What is known of its figures; counted now when that wasn't done before. */
  Figures figures(UUID attempt);

  /** Counts what pages show, and keeps it. */
  void count(AttemptReading reading);

  /** What was found outside of passages, as far as it is kept. */
  List<Finding> outside(AttemptReading reading);

  /**
   * Makes some passages found by searches.
   *
   * @param names whether by their holders' names too
   */
  void list(UUID attempt, PassageRange range, boolean names);

  /** Attempts whose file isn't kept any more, but names of holders are. */
  List<UUID> named(int most);

  /** Forgets whose some passages are. */
  void forgetNames(UUID attempt, PassageRange range);
}
