package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.deposit.control.AcceptedKeys;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.Lanes;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositDecided;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.FluxAction;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.guichet.receipt.entity.NewReceipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The third transaction of a file: status, processing receipt and mails, all or nothing. Only here
 * an attempt begins to count, and with it the keys that it claimed.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DepositVerdicts {
  private static final Logger log = LoggerFactory.getLogger(DepositVerdicts.class);

  @Inject Deposits deposits;
  @Inject AcceptedKeys keys;
  @Inject Lanes lanes;
  @Inject ReceiptIssuing issuing;
  @Inject Event<DepositDecided> decided;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** The file is refused as a whole. */
  public void refuse(
      Caller caller, LaneLease lease, CheckTask task, Refusal refusal, NewReceipt receipt) {
    Optional<Deposit> deposit = undecided(caller, lease, task);
    if (deposit.isPresent()) {
      if (!task.trial()) {
        keys.release(task.attempt(), task.sender().value());
      }
      deposit.get().refuse(refusal.code(), clock.instant());
      close(caller, deposit.get(), task, receipt);
    }
  }

  /** The passages are judged. */
  public void record(
      Caller caller,
      LaneLease lease,
      CheckTask task,
      Inspection inspection,
      Tally tally,
      NewReceipt receipt) {
    Optional<Deposit> deposit = undecided(caller, lease, task);
    if (deposit.isEmpty()) {
      return;
    }
    deposit.get().decide(tally.accepted(), tally.rejected(), clock.instant());
    if (!task.trial() && inspection.header().action() == FluxAction.SUPPRESSION) {
      takeBack(caller, task);
    }
    close(caller, deposit.get(), task, receipt);
  }

  private void takeBack(Caller caller, CheckTask task) {
    Instant now = clock.instant();
    for (DepositId id : keys.takeBack(task.attempt(), task.sender().value(), task.deposit())) {
      Deposit touched = deposits.find(id).orElseThrow();
      touched.takeBack(keys.standing(id));
      if (touched.status() == DepositStatus.WITHDRAWN) {
        deposits.addHistory(DepositHistory.of(ids.get(), touched, caller, now));
      }
      log.info("DEP-106 passages taken back of={} by={}", touched.number(), task.number());
    }
  }

  /** Empty when the attempt doesn't count any more, or the verdict stands already. */
  private Optional<Deposit> undecided(Caller caller, LaneLease lease, CheckTask task) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    DepositLanes.renewIn(lanes, lease, clock.instant().plus(settings.lease()));
    return deposits
        .find(task.deposit())
        .filter(deposit -> deposit.status() == DepositStatus.CHECKING)
        .filter(deposit -> deposit.attempt().equals(Optional.of(task.attempt())));
  }

  private void close(Caller caller, Deposit deposit, CheckTask task, NewReceipt receipt) {
    deposits.addHistory(DepositHistory.of(ids.get(), deposit, caller, clock.instant()));
    issuing.issue(caller, receipt);
    decided.fire(
        new DepositDecided(
            task.deposit(), task.attempt(), task.sender(), task.receivedAt(), task.trial()));
    log.info(
        "DEP-105 deposit decided number={} status={} accepted={} rejected={} refusal={}",
        deposit.number(),
        deposit.status(),
        deposit.view().accepted(),
        deposit.view().rejected(),
        deposit.refusal().map(Enum::name).orElse("-"));
  }
}
