package org.guichet.roster.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.guichet.organisation.boundary.ImportTerms;
import org.guichet.platform.entity.Caller;
import org.guichet.roster.entity.ImportHold;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.RosterImport;

/** What keeps an import that nobody looks at from being applied by itself. */
@Dependent
class ImportHolds {
  @Inject ImportLedger ledger;
  @Inject ImportTerms terms;

  /** What its plan says, and what stands around it; empty: it may be applied. */
  Set<ImportHold> of(Caller caller, RosterImport owner, PlanSummary summary) {
    Set<ImportHold> holds = EnumSet.noneOf(ImportHold.class);
    holds.addAll(summary.holds());
    if (!terms.applied(caller, owner.organisation())) {
      holds.add(ImportHold.NOT_WANTED);
    }
    if (ledger.drops.isOtherOpen(owner.id(), owner.organisation())) {
      holds.add(ImportHold.OTHER_OPEN);
    }
    return holds;
  }
}
