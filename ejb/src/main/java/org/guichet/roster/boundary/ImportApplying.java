package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.keeping.Following;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.control.keeping.SummaryText;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterImport;
import org.guichet.roster.entity.WorkLease;

/** Does what a plan says: all of it in one transaction, or nothing. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportApplying {
  /** For so long those who are pre-deleted may still come. */
  public static final Period GRACE = Period.ofDays(90);

  @Inject ImportLedger ledger;
  @Inject ImportSteps steps;
  @Inject ImportLetters letters;
  @Inject Plans plans;
  @Inject Following following;

  /**
   * Follows the plan.
   *
   * @return false when people changed since it was made: it is made anew then, and nothing was done
   * @throws WorkLostException when somebody else has the work by now
   */
  public boolean apply(Caller caller, WorkLease lease) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    RosterImport planned = ledger.imports.find(lease.id()).orElseThrow();
    UUID plan = planned.plan().orElseThrow();
    Instant since = planned.plannedAt().orElseThrow();
    boolean outdated =
        ledger.imports.anyEndedSince(lease.organisation(), since)
            || ledger.imports.anybodyChangedSince(lease.organisation(), since)
            || plans.hasTakenLogin(plan);
    if (outdated) {
      held(lease).outdated(ledger.deed(caller));
      ledger.moved(lease.id());
      return false;
    }
    PlanSummary summary = planned.summary().map(SummaryText::read).orElseThrow();
    Instant now = ledger.now();
    LocalDate lastDay = ledger.today().plus(GRACE);
    following.follow(
        new Following.Order(lease.id(), lease.organisation(), plan, summary, now, lastDay),
        (done, expected) -> steps.renew(caller, lease, done, expected));
    RosterImport applied = held(lease);
    applied.applied(ledger.deed(caller));
    ledger.choices.forgetAll(lease.id()); // all of it is done: what was typed is where it belongs
    ledger.children.forget(lease.id());
    plans.release(plan);
    ledger.moved(lease.id());
    ledger.audit(caller, AuditAction.IMPORT_APPLIED, applied, figures(summary));
    letters.applied(caller, applied, summary);
    ledger.dropped(applied).ifPresent(drop -> drop.owe(ReportKind.APPLIED, null));
    return true;
  }

  private static Map<String, String> figures(PlanSummary summary) {
    return Map.of(
        "created", Integer.toString(summary.count(Operation.CREATE)),
        "changed", Integer.toString(summary.count(Operation.CHANGE)),
        "left", Integer.toString(summary.count(Operation.LEAVE)),
        "unchanged", Integer.toString(summary.count(Operation.UNCHANGED)));
  }

  private RosterImport held(WorkLease lease) {
    return ledger
        .imports
        .lock(lease.id())
        .filter(one -> one.isHeldBy(lease.holder()) && one.state() == ImportState.APPLYING)
        .orElseThrow(() -> new WorkLostException(lease));
  }
}
