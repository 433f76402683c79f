package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.guichet.receipt.entity.ReceiptKind;

/**
 * Looks up what the answers to a deposit need before it is read, in one transaction: for a small
 * file transactions take longer than the reading.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DepositBriefing {
  @Inject OrganisationDirectory organisations;
  @Inject ReceiptIssuing issuing;
  @Inject Permissions permissions;

  /**
   * What is known before the reading.
   *
   * @param dropper the organisation that dropped the file
   * @param receptionNumber for its reception receipt; empty when an earlier attempt issued it
   */
  public record Brief(OrganisationView dropper, Optional<String> receptionNumber) {}

  public Brief brief(Caller caller, CheckTask task) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    OrganisationView dropper = organisations.find(caller, task.organisation()).orElseThrow();
    boolean issued =
        issuing.find(caller, task.deposit().value(), ReceiptKind.RECEPTION).isPresent();
    return new Brief(
        dropper, issued ? Optional.empty() : Optional.of(issuing.nextReceptionNumber(caller)));
  }
}
