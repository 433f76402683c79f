package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.keeping.LoginsInUse;
import org.guichet.roster.control.keeping.People;
import org.guichet.roster.control.keeping.PersonState;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.control.keeping.SummaryText;
import org.guichet.roster.control.planning.ImportRequest;
import org.guichet.roster.entity.DroppedImport;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportWaits;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterImport;
import org.guichet.roster.entity.WorkLease;
import org.jspecify.annotations.Nullable;

/**
 * The short transactions of a plan that takes long. None of them counts before the plan is handed
 * in; each of them fails when the work was lost.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportSteps {
  private static final Duration LEASE = Duration.ofMinutes(3);

  @Inject ImportLedger ledger;
  @Inject Plans plans;
  @Inject People people;
  @Inject LoginsInUse logins;
  @Inject ImportHolds holds;
  @Inject ServerRun run;

  /** Takes the piece of work that has waited longest; empty when there is none. */
  public Optional<WorkLease> claim(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    Instant now = ledger.now();
    for (UUID id : ledger.imports.waiting(now)) {
      if (ledger.imports.isOtherHeld(id, now)) {
        continue; // one piece of work in an organisation at a time: each looks at its people
      }
      Optional<RosterImport> found = ledger.imports.lock(id);
      String holder = run.name() + "/" + ledger.ids.get();
      if (found.isPresent() && found.get().claim(holder, now, now.plus(LEASE))) {
        RosterImport owner = found.get();
        ledger.moved(id);
        return Optional.of(
            new WorkLease(id, owner.organisation(), owner.state(), holder, owner.choices()));
      }
    }
    return Optional.empty();
  }

  /** Lets go of what earlier runs of this server had. */
  public int releaseEarlierRuns(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return ledger.imports.release(run::earlier);
  }

  /** All that was said about the import. */
  public ImportRequest request(Caller caller, WorkLease lease) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    RosterImport owner = ledger.imports.find(lease.id()).orElseThrow();
    try {
      return new ImportRequest(
          ledger.files(owner),
          ImportReading.mapping(ledger, owner, ledger.labels(owner.organisation())),
          owner.options(),
          ledger.choices.choices(lease.id()),
          ledger.choices.edits(lease.id()),
          ledger.children.of(lease.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who is found under keys. */
  public Map<String, List<KnownPerson>> having(
      Caller caller, OrganisationId organisation, Collection<String> keys) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return people.having(organisation, keys);
  }

  /** A part of an organisation's people of one profile. */
  public List<KnownPerson> part(
      Caller caller,
      OrganisationId organisation,
      Profile profile,
      @Nullable KnownPerson behind,
      int most) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return people.part(organisation, profile, behind, most).stream()
        .map(PersonState::person)
        .toList();
  }

  /** Which logins are taken of those that begin so. */
  public Set<String> logins(Caller caller, WorkLease lease, Collection<String> bases) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return logins.among(bases, lease.id());
  }

  /**
   * Keeps rows of a plan on its way.
   *
   * @param expected rows of the whole plan; 0 while nobody knows
   */
  public void rows(
      Caller caller, WorkLease lease, UUID plan, List<PlannedRow> rows, long expected) {
    long done = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).place() + 1;
    renewIn(caller, lease, done, expected);
    plans.add(plan, lease.id(), rows);
  }

  /** Tells how far the work is, and keeps it. */
  public void renew(Caller caller, WorkLease lease, long done, long expected) {
    renewIn(caller, lease, done, expected);
  }

  private void renewIn(Caller caller, WorkLease lease, long done, long expected) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    Instant until = ledger.now().plus(LEASE);
    if (!ledger.imports.renew(lease.id(), lease.holder(), until, done, expected)) {
      throw new WorkLostException(lease);
    }
    ledger.moved(lease.id());
  }

  /**
   * Hands the plan in; the one before is forgotten.
   *
   * @param made the logins of those whom it makes
   */
  public void planned(
      Caller caller,
      WorkLease lease,
      UUID plan,
      Instant since,
      PlanSummary summary,
      Collection<String> made) {
    RosterImport owner = held(caller, lease);
    logins.reserve(plan, made);
    owner.planned(plan, lease.choices(), since, SummaryText.write(summary), ledger.deed(caller));
    plans.sweep(lease.id(), plan);
    ledger
        .dropped(owner)
        .filter(DroppedImport::unattended)
        .ifPresent(drop -> goOn(caller, owner, drop, summary));
    ledger.moved(lease.id());
  }

  /** Nobody looks at it: it is applied where its organisation wants that and nothing stands so. */
  private void goOn(Caller caller, RosterImport owner, DroppedImport drop, PlanSummary summary) {
    if (holds.of(caller, owner, summary).isEmpty()) {
      owner.apply(ledger.deed(caller));
      ledger.waiting.fire(new ImportWaits());
    } else {
      drop.owe(ReportKind.DRAFT, null);
    }
  }

  /** A technical failure: the import stands where it stood before. */
  public void fail(Caller caller, WorkLease lease, String incident) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    ledger
        .imports
        .lock(lease.id())
        .filter(owner -> owner.isHeldBy(lease.holder()))
        .ifPresent(
            owner -> {
              owner.failed(incident, ledger.deed(caller));
              ledger
                  .dropped(owner)
                  .filter(drop -> drop.unattended() && lease.work() != ImportState.UNDOING)
                  .ifPresent(drop -> drop.owe(ReportKind.FAILED, incident));
            });
    ledger.moved(lease.id());
  }

  private RosterImport held(Caller caller, WorkLease lease) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return ledger
        .imports
        .lock(lease.id())
        .filter(owner -> owner.isHeldBy(lease.holder()) && owner.state() == ImportState.PLANNING)
        .orElseThrow(() -> new WorkLostException(lease));
  }
}
