package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.Lanes;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;

/**
 * Shares the lines out among those who work: each line has one holder at a time, so that one
 * organisation's files are processed in the order of its drops, whatever server does it.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DepositLanes {
  @Inject Lanes lanes;
  @Inject Deposits deposits;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject ServerRun run;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Lanes that could be claimed and whose first deposit is due, the longest waiting first. */
  public List<LaneLease> candidates(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return lanes.free(clock.instant()).stream()
        .filter(lane -> head(lane).isPresent())
        .map(
            lane ->
                new LaneLease(
                    lane.organisation(), lane.kind(), run.name() + "/" + ids.get(), until()))
        .toList();
  }

  /** Takes the lane; false when somebody else was quicker. */
  public boolean claim(Caller caller, LaneLease lease) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return lanes.claim(lease, clock.instant());
  }

  /**
   * The first deposit of a lane, when it is due. Whether the lane is still held shows as soon as
   * something is written.
   */
  public Optional<DepositId> next(Caller caller, LaneLease lease) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return head(lease).map(Deposit::id);
  }

  public void release(Caller caller, LaneLease lease) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    lanes.release(lease);
  }

  /** Lets go of what earlier runs of this server held. */
  public int releaseEarlierRuns(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return lanes.releaseEarlierRuns(run.node(), run.name());
  }

  /**
   * Keeps the lane for longer.
   *
   * @throws LeaseLostException when somebody else has it by now
   */
  static void renewIn(Lanes lanes, LaneLease lease, Instant until) {
    LaneLease longer = new LaneLease(lease.organisation(), lease.kind(), lease.holder(), until);
    if (!lanes.renew(longer)) {
      throw new LeaseLostException(lease);
    }
  }

  private Optional<Deposit> head(LaneLease lane) {
    return deposits
        .head(lane.organisation(), lane.kind())
        .filter(deposit -> deposit.due(clock.instant()));
  }

  private Instant until() {
    return clock.instant().plus(settings.lease());
  }
}
