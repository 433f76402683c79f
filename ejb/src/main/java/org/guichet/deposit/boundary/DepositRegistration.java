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
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.DuplicateDrops;
import org.guichet.deposit.control.Uploads;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositWaits;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.DuplicateDrop;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.IntakeOutcome.AlreadyKnown;
import org.guichet.deposit.entity.IntakeOutcome.Registered;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first transaction of a file: one row, one step of history, the upload's row gone; the
 * doorbell rings after the commit. A bean of its own, so that {@link DepositIntake} can try it
 * again after a constraint has undone it.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DepositRegistration {
  private static final Logger log = LoggerFactory.getLogger(DepositRegistration.class);

  @Inject Deposits deposits;
  @Inject DuplicateDrops duplicates;
  @Inject Uploads uploads;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;
  @Inject Event<DepositWaits> waiting;

  public IntakeOutcome register(Caller caller, Drop drop) {
    permissions.require(caller, Permission.DEPOSIT_DROP, drop.organisation());
    Optional<IntakeOutcome> before = outcomeOf(caller, drop.id());
    if (before.isPresent()) {
      return before.get();
    }
    uploads.find(drop.id()).ifPresent(uploads::remove);
    Instant now = clock.instant();
    IntakeOutcome outcome =
        standing(drop)
            .map(first -> answerOnly(drop, first, now))
            .orElseGet(() -> enter(caller, drop, now));
    waiting.fire(new DepositWaits());
    return outcome;
  }

  /** What became of an upload that was handed over before. */
  public Optional<IntakeOutcome> outcomeOf(Caller caller, DepositId id) {
    Optional<Deposit> deposit = deposits.find(id);
    if (deposit.isPresent()) {
      permissions.require(caller, Permission.DEPOSIT_DROP, deposit.get().organisation());
      return deposit.map(known -> new Registered(id, known.number()));
    }
    Optional<DuplicateDrop> duplicate = duplicates.find(id.value());
    duplicate.ifPresent(
        own -> permissions.require(caller, Permission.DEPOSIT_DROP, own.organisation()));
    return duplicate
        .flatMap(own -> deposits.find(own.firstDeposit()))
        .map(first -> new AlreadyKnown(first.id(), first.number()));
  }

  private Optional<Deposit> standing(Drop drop) {
    return drop.kind() == DepositKind.TRIAL
        ? Optional.empty()
        : drop.sha256()
            .flatMap(
                sha256 -> deposits.findByDedupKey(Deposit.dedupKey(drop.organisation(), sha256)));
  }

  private IntakeOutcome answerOnly(Drop drop, Deposit first, Instant now) {
    DuplicateDrop duplicate = DuplicateDrop.of(drop, first.id(), deposits.nextNumber(), now);
    duplicates.add(duplicate);
    log.info(
        "DEP-102 duplicate received number={} of={} organisation={}",
        duplicate.number(),
        first.number(),
        drop.sender());
    return new AlreadyKnown(first.id(), first.number());
  }

  private IntakeOutcome enter(Caller caller, Drop drop, Instant now) {
    DepositId resumes =
        drop.kind() == DepositKind.TRIAL
            ? null
            : drop.sha256()
                .flatMap(sha256 -> deposits.latestOf(drop.organisation(), sha256))
                .map(Deposit::id)
                .orElse(null);
    Deposit deposit =
        Deposit.receive(drop, deposits.nextNumber(), deposits.nextLine(), resumes, now);
    deposits.add(deposit);
    deposits.addHistory(DepositHistory.of(ids.get(), deposit, caller, now));
    log.info(
        "DEP-101 deposit received number={} id={} organisation={} kind={} size={} channel={}",
        deposit.number(),
        deposit.id(),
        drop.sender(),
        drop.kind(),
        drop.size(),
        drop.channel());
    return new Registered(deposit.id(), deposit.number());
  }
}
