package org.guichet.deposit.control;

import java.time.Instant;
import java.util.List;
import org.guichet.deposit.entity.LaneLease;

/**
 * Who works on which line. A lane is one organisation's real drops, or its trials; at most one
 * holder has its lease, on whatever server.
 */
public interface Lanes {
  /** Lanes in which something waits and whose lease nobody holds at {@code now}. */
  List<LaneLease> free(Instant now);

  /**
   * Takes the lane, whose row is made when there is none.
   *
   * @return false when somebody else has it
   */
  boolean claim(LaneLease lease, Instant now);

  /**
   * Keeps the lane for longer.
   *
   * @return false when it was lost to somebody else in the meantime
   */
  boolean renew(LaneLease lease);

  void release(LaneLease lease);

  /**
   * Lets go of what earlier runs of this server held, which can't be working any more.
   *
   * @return how many lanes
   */
  int releaseEarlierRuns(String node, String thisRun);
}
