package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.control.Uploads;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DepositWaits;
import org.guichet.deposit.entity.MonthlyQuality;
import org.guichet.deposit.entity.PassageCount;
import org.guichet.deposit.entity.RetryOutcome;
import org.guichet.deposit.entity.UnfinishedUpload;
import org.guichet.deposit.entity.Upload;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows deposits, and lets an operator decide about those that failed. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class DepositDesk {
  private static final Logger log = LoggerFactory.getLogger(DepositDesk.class);
  private static final int MONTHS_AT_MOST = 36;

  @Inject Deposits deposits;
  @Inject Uploads uploads;
  @Inject SpoolFiles parts;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;
  @Inject Event<DepositWaits> waiting;

  /** Newest first. A query without organisation is for those who may see all of them. */
  public List<DepositView> list(Caller caller, DepositQuery query) {
    requireView(caller, query.organisation());
    return deposits.list(query).stream().map(Deposit::view).toList();
  }

  /**
   * Uploads that were cut short or wait for their last name, the last touched first.
   *
   * @param organisation empty for those who may see all of them
   */
  public List<UnfinishedUpload> unfinished(
      Caller caller, Optional<OrganisationId> organisation, int most) {
    requireView(caller, organisation);
    return uploads.unfinished(organisation, most).stream()
        .map(Upload::view)
        .map(upload -> upload.unfinished(parts.size(upload.id())))
        .toList();
  }

  /**
   * What became of passages, month by month up to now.
   *
   * @param organisation empty for those who may see all of them
   * @param months how many, the present one included; 1 to 36
   */
  public List<MonthlyQuality> trend(
      Caller caller, Optional<OrganisationId> organisation, int months) {
    requireView(caller, organisation);
    YearMonth last = YearMonth.from(clock.instant().atZone(settings.zone()));
    return IntStream.rangeClosed(1 - Math.max(1, Math.min(months, MONTHS_AT_MOST)), 0)
        .mapToObj(last::plusMonths)
        .map(month -> quality(organisation, month))
        .toList();
  }

  private MonthlyQuality quality(Optional<OrganisationId> organisation, YearMonth month) {
    PassageCount count = deposits.passages(organisation, begin(month), begin(month.plusMonths(1)));
    return new MonthlyQuality(month, count.files(), count.accepted(), count.rejected());
  }

  private Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(settings.zone()).toInstant();
  }

  /** How many deposits broke down and wait for a decision: all of them. */
  public long failures(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_RETRY);
    return deposits.count(Optional.empty(), DepositStatus.FAILED);
  }

  private void requireView(Caller caller, Optional<OrganisationId> organisation) {
    organisation.ifPresentOrElse(
        one -> permissions.require(caller, Permission.DEPOSIT_VIEW, one),
        () -> permissions.requireEverywhere(caller, Permission.DEPOSIT_VIEW));
  }

  /** Puts a failed deposit at the end of its line. */
  public RetryOutcome retry(Caller caller, long number) {
    Deposit deposit = failedOr(caller, number);
    if (deposit.status() != DepositStatus.FAILED) {
      return notFailed(deposit);
    }
    deposit.retry(deposits.nextLine(), nobodyElseStands(deposit));
    return again(caller, deposit);
  }

  /** Answers a failed deposit KO, at the end of its line. */
  public RetryOutcome giveUp(Caller caller, long number) {
    Deposit deposit = failedOr(caller, number);
    if (deposit.status() != DepositStatus.FAILED) {
      return notFailed(deposit);
    }
    deposit.giveUp(deposits.nextLine());
    return again(caller, deposit);
  }

  private Deposit failedOr(Caller caller, long number) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_RETRY);
    return deposits
        .findByNumber(number)
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_DEPOSIT, "deposit " + number));
  }

  private boolean nobodyElseStands(Deposit deposit) {
    return deposit.kind() == DepositKind.TRIAL
        || deposit
            .sha256()
            .flatMap(
                sha256 -> deposits.findByDedupKey(Deposit.dedupKey(deposit.organisation(), sha256)))
            .isEmpty();
  }

  private RetryOutcome again(Caller caller, Deposit deposit) {
    deposits.addHistory(DepositHistory.of(ids.get(), deposit, caller, clock.instant()));
    waiting.fire(new DepositWaits());
    log.info("DEP-107 deposit back in line number={} by={}", deposit.number(), caller.label());
    return new RetryOutcome.BackInLine(deposit.number());
  }

  private static RetryOutcome notFailed(Deposit deposit) {
    return new RetryOutcome.NotFailed(deposit.number(), deposit.status());
  }
}
