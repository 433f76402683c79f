package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.DepositWaits;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the lines. Called by doorbells and by the timer, as often as they like and on any
 * server: whoever comes while somebody is at it goes away again.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepositLine {
  private static final Logger log = LoggerFactory.getLogger(DepositLine.class);

  @Inject DepositLanes lanes;
  @Inject DepositChecking checking;
  @Inject DuplicateAnswering duplicates;
  @Inject AfterVerdict after;
  @Inject Permissions permissions;
  @Inject Event<DepositWaits> waiting;

  /** Works until nothing is left that is due and that nobody else works on. */
  public void work(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    do {
      checkAll(caller);
      duplicates.answerAll(caller);
    } while (after.catchUp(caller)); // a part only: no drop waits for what follows older ones
  }

  private void checkAll(Caller caller) {
    Optional<LaneLease> lease = claimOne(caller);
    while (lease.isPresent()) {
      workOn(caller, lease.get());
      lease = claimOne(caller);
    }
  }

  private Optional<LaneLease> claimOne(Caller caller) {
    List<LaneLease> candidates = lanes.candidates(caller);
    Optional<LaneLease> claimed =
        candidates.stream().filter(lane -> claim(caller, lane)).findFirst();
    if (claimed.isPresent() && candidates.size() > 1) {
      waiting.fire(new DepositWaits()); // one ring may stand for drops into several lanes
    }
    return claimed;
  }

  private boolean claim(Caller caller, LaneLease lane) {
    try {
      return lanes.claim(caller, lane);
    } catch (RuntimeException e) {
      // Two made the lane's first row at once: the other one has it. Anything else shows again.
      log.debug("DEP-203 lane not claimed organisation={}", lane.organisation(), e);
      return false;
    }
  }

  private void workOn(Caller caller, LaneLease lease) {
    try {
      Optional<DepositId> next = lanes.next(caller, lease);
      while (next.isPresent()) {
        checking.check(caller, lease, next.get());
        next = lanes.next(caller, lease);
      }
      lanes.release(caller, lease);
    } catch (LeaseLostException e) {
      log.warn("DEP-204 lane lost in the middle, its new holder goes on: {}", e.getMessage());
    }
  }
}
