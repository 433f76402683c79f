package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.deposit.control.AcceptedKeys;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.Lanes;
import org.guichet.deposit.control.PassageVerdicts;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Certification;
import org.guichet.flux.FluxAction;
import org.guichet.flux.Passage;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The short transactions of a check that runs for long. None of them counts before the verdict is
 * recorded; each of them fails when the lane was lost.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DepositProgress {
  private static final Logger log = LoggerFactory.getLogger(DepositProgress.class);

  /** So many starts without an end mean that the file takes servers down with it. */
  private static final int MOST_STARTS = 12;

  /**
   * After so many, each next start waits, twice as long each time: a server that is stopped for
   * other reasons again and again doesn't use them up, and one that the file takes down comes back
   * for the others.
   */
  private static final int STARTS_AT_ONCE = 3;

  private static final Duration FIRST_REST = Duration.ofSeconds(15);
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private static final int PAGE = 5_000;

  @Inject Deposits deposits;
  @Inject PassageVerdicts verdicts;
  @Inject AcceptedKeys keys;
  @Inject Lanes lanes;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Begins an attempt; empty when there is nothing to check any more, or not yet. */
  public Optional<CheckTask> start(Caller caller, LaneLease lease, DepositId id) {
    holdLane(caller, lease);
    Deposit deposit = deposits.find(id).orElseThrow();
    if (deposit.status() != DepositStatus.RECEIVED && deposit.status() != DepositStatus.CHECKING) {
      return Optional.empty();
    }
    deposit.attempt().ifPresent(dead -> sweep(deposit, dead));
    if (deposit.status() == DepositStatus.CHECKING && deposit.starts() >= STARTS_AT_ONCE) {
      Instant now = clock.instant();
      deposit.restAfterDeaths(rest(deposit.starts()), now);
      deposits.addHistory(DepositHistory.of(ids.get(), deposit, caller, now));
      return Optional.empty();
    }
    UUID attempt = ids.get();
    deposit.start(attempt, deposits.nextTreatment());
    if (deposit.starts() > MOST_STARTS) {
      giveUp(caller, deposit);
      return Optional.empty();
    }
    deposits.addHistory(DepositHistory.of(ids.get(), deposit, caller, clock.instant()));
    return Optional.of(
        new CheckTask(
            id,
            attempt,
            deposit.number(),
            deposit.treatment(),
            deposit.organisation(),
            deposit.sender(),
            deposit.kind(),
            deposit.fileName(),
            deposit.size(),
            deposit.sha256(),
            deposit.receivedAt(),
            deposit.refusal()));
  }

  private static Duration rest(int starts) {
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(starts - STARTS_AT_ONCE, MOST_STARTS));
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }

  /** At most one attempt of a deposit has rows: each start sweeps those of the one before. */
  private void sweep(Deposit deposit, UUID attempt) {
    release(deposit.kind(), attempt, deposit.sender());
    verdicts.sweep(attempt);
  }

  private void release(DepositKind kind, UUID attempt, Matricule sender) {
    if (kind == DepositKind.REAL) {
      keys.release(attempt, sender.value());
    }
  }

  /** Writes a batch that {@link #settle} is to judge. */
  public void passages(
      Caller caller,
      LaneLease lease,
      CheckTask task,
      List<Passage> batch,
      List<Certification> certifications) {
    holdLane(caller, lease);
    if (!batch.isEmpty()) {
      verdicts.add(task.attempt(), task.deposit(), batch);
    }
    if (!certifications.isEmpty()) {
      verdicts.addCertifications(task.attempt(), task.deposit(), certifications);
    }
  }

  /**
   * Writes a batch, judges it against what stands accepted, and claims the keys of what is good.
   *
   * @return positions of those whose key stands accepted
   */
  public Set<Integer> judge(
      Caller caller,
      LaneLease lease,
      CheckTask task,
      List<Passage> batch,
      List<Certification> certifications) {
    passages(caller, lease, task, batch, certifications);
    return batch.isEmpty()
        ? Set.of()
        : judge(task, batch.get(0).position(), batch.get(batch.size() - 1).position());
  }

  private Set<Integer> judge(CheckTask task, int first, int last) {
    String issuer = task.sender().value();
    Set<Integer> duplicates = keys.refuseDuplicates(task.attempt(), first, last, issuer);
    if (!duplicates.isEmpty()) {
      verdicts.fileCauses(task.attempt(), first, last);
    }
    if (!task.trial()) {
      keys.claim(task.attempt(), first, last, issuer);
    }
    return duplicates;
  }

  /** Judges all passages of a file anew, for which batch by batch wasn't enough, and counts. */
  public Tally settle(Caller caller, LaneLease lease, CheckTask task, Inspection inspection) {
    holdLane(caller, lease);
    OrganisationView certifier = inspection.knownCertifier();
    release(task.kind(), task.attempt(), task.sender());
    verdicts.refuseFaultyCertifications(task.attempt());
    if (inspection.header().action() == FluxAction.CREATION) {
      for (int first = 1; first <= inspection.passages(); first += PAGE) {
        judge(task, first, first + PAGE - 1);
      }
    } else {
      verdicts.forgetContent(task.attempt());
      keys.refuseUnknown(
          task.attempt(), task.sender().value(), certifier.id(), inspection.contract());
    }
    Tally tally = verdicts.count(task.attempt());
    if (tally.rejected() > 0) {
      verdicts.fileCauses(task.attempt(), 1, inspection.passages());
    }
    return tally;
  }

  /** A technical failure: tried again after a while, a bounded number of times. */
  public void fail(Caller caller, LaneLease lease, DepositId id) {
    holdLane(caller, lease);
    Deposit deposit = deposits.find(id).orElseThrow();
    List<Duration> delays = settings.retryDelays();
    if (deposit.failures() >= delays.size()) {
      giveUp(caller, deposit);
      return;
    }
    Instant now = clock.instant();
    deposit.tryAgainAfter(delays.get(deposit.failures()), now);
    deposits.addHistory(DepositHistory.of(ids.get(), deposit, caller, now));
  }

  private void giveUp(Caller caller, Deposit deposit) {
    Instant now = clock.instant();
    deposit.attempt().ifPresent(dead -> release(deposit.kind(), dead, deposit.sender()));
    deposit.fail(now);
    deposits.addHistory(DepositHistory.of(ids.get(), deposit, caller, now));
    log.error(
        "DEP-902 deposit failed for good number={} failures={} starts={}: ./guichet retry {}",
        deposit.number(),
        deposit.failures(),
        deposit.starts(),
        deposit.number());
  }

  private void holdLane(Caller caller, LaneLease lease) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    DepositLanes.renewIn(lanes, lease, clock.instant().plus(settings.lease()));
  }
}
