package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.guichet.deposit.control.CorrectionChain;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.Lanes;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.guichet.receipt.entity.NewReceipt;

/**
 * The second transaction of a file: whether it is taken, told as soon as structure and rights are
 * known, without waiting for the analysis.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DepositReception {
  @Inject Deposits deposits;
  @Inject CorrectionChain chain;
  @Inject Lanes lanes;
  @Inject ReceiptIssuing issuing;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject Clock clock;

  /** Notes what the file says of itself and issues the reception receipt, once. */
  public void decide(
      Caller caller, LaneLease lease, CheckTask task, Inspection inspection, NewReceipt receipt) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    DepositLanes.renewIn(lanes, lease, clock.instant().plus(settings.lease()));
    OrganisationView certifier = inspection.certifier();
    OrganisationId named = certifier == null ? null : certifier.id();
    Deposit deposit = deposits.find(task.deposit()).orElseThrow();
    deposit.describe(inspection.header(), named);
    deposit
        .corrects()
        .flatMap(deposits::find)
        .filter(told -> !deposit.mayCorrect(told))
        .ifPresent(told -> deposit.standAlone());
    if (!task.trial() && !deposit.takesBack()) {
      chain.correctedDeposit(deposit).map(Deposit::id).ifPresent(deposit::correct);
    }
    issuing.issue(caller, receipt);
  }
}
