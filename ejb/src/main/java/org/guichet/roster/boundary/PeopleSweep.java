package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.account.boundary.SlipAccounts;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.keeping.LeavingPeople;
import org.guichet.roster.control.keeping.LeavingPeople.Leaver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases people whose last day is over: one transaction of bounded size. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PeopleSweep {
  static final int MOST = 500;

  private static final Logger log = LoggerFactory.getLogger(PeopleSweep.class);

  @Inject Permissions permissions;
  @Inject LeavingPeople leaving;
  @Inject ImportLedger ledger;
  @Inject SlipAccounts accounts;
  @Inject AuditTrail trail;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Erases for good who left, and deletes the accounts that had no other reason to be. The audit
   * says how many, of which organisation.
   *
   * @return how many; as many as one transaction takes when there may be more
   */
  public int erase(Caller caller) {
    permissions.requireEverywhere(caller, Permission.PEOPLE_SWEEP);
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    List<Leaver> over = leaving.over(today, MOST);
    if (over.isEmpty()) {
      return 0;
    }
    Set<UUID> plans = leaving.erase(over);
    List<AccountId> held =
        over.stream().map(Leaver::account).flatMap(Optional::stream).distinct().toList();
    long closed =
        held.stream()
            .filter(account -> !leaving.isKnown(account))
            .filter(account -> accounts.close(caller, account))
            .count();
    Map<OrganisationId, Long> counts =
        over.stream().collect(Collectors.groupingBy(Leaver::organisation, Collectors.counting()));
    counts.forEach(
        (organisation, count) ->
            trail.write(
                caller,
                AuditEntry.of(AuditAction.PEOPLE_ERASED, AuditSubject.organisation(organisation))
                    .in(organisation)
                    .after(Map.of("count", Long.toString(count)))));
    planAnew(caller, plans, counts.keySet());
    log.info("ROS-305 people erased count={} accounts={}", over.size(), closed);
    return over.size();
  }

  /** Plans of drafts that name somebody who is gone, or that may be about to. */
  private void planAnew(Caller caller, Set<UUID> plans, Set<OrganisationId> organisations) {
    for (UUID id : ledger.imports.drafts(plans, organisations)) {
      ledger
          .imports
          .lock(id)
          .filter(draft -> draft.state().isDraft())
          .ifPresent(draft -> ledger.answered(caller, draft));
    }
  }
}
