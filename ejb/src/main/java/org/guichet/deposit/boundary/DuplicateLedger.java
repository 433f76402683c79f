package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.DuplicateDrops;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DuplicateDrop;
import org.guichet.deposit.entity.DuplicateTask;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.guichet.receipt.entity.Gist;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.Recipient;

/** The rows of duplicates: each method is one short transaction. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DuplicateLedger {
  private static final String MAIL = "receipt.processing.again";

  @Inject DuplicateDrops duplicates;
  @Inject Deposits deposits;
  @Inject ReceiptIssuing issuing;
  @Inject Permissions permissions;

  /** Those for which something can be done now. */
  public List<UUID> answerable(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return duplicates.answerable();
  }

  public DuplicateTask task(Caller caller, UUID id) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    DuplicateDrop duplicate = duplicates.find(id).orElseThrow();
    Deposit first = deposits.find(duplicate.firstDeposit()).orElseThrow();
    return new DuplicateTask(
        id,
        duplicate.number(),
        deposits.nextTreatment(),
        first.id(),
        first.number(),
        duplicate.organisation(),
        first.sender(),
        first.certifier(),
        duplicate.fileName(),
        first.size(),
        first.sha256(),
        duplicate.receivedAt(),
        !duplicate.receptionAnswered(),
        first.status().decided());
  }

  /** Answers it, unless somebody else has meanwhile. */
  public void answerReception(Caller caller, DuplicateTask task, NewReceipt receipt) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    DuplicateDrop duplicate = duplicates.lock(task.id()).orElseThrow();
    if (!duplicate.receptionAnswered()) {
      issuing.issue(caller, receipt);
      duplicate.answerReception();
    }
  }

  /** Gives it, unless somebody else has meanwhile. */
  public void giveVerdictAgain(
      Caller caller, DuplicateTask task, List<Recipient> recipients, Gist gist) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    DuplicateDrop duplicate = duplicates.lock(task.id()).orElseThrow();
    if (!duplicate.processingAnswered()) {
      issuing.giveAgain(
          caller, task.first().value(), ReceiptKind.PROCESSING, recipients, MAIL, task.id(), gist);
      duplicate.answerProcessing();
    }
  }
}
