package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.guichet.deposit.control.Answers;
import org.guichet.deposit.control.Correspondence;
import org.guichet.deposit.entity.DuplicateTask;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.receipt.boundary.ReceiptIssuing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers drops of bytes that stand already: a reception receipt that names the first deposit, at
 * once, and the first one's processing receipt again, as soon as there is one.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DuplicateAnswering {
  private static final Logger log = LoggerFactory.getLogger(DuplicateAnswering.class);

  @Inject DuplicateLedger ledger;
  @Inject ReceiptIssuing issuing;
  @Inject OrganisationDirectory organisations;
  @Inject Answers answers;
  @Inject Correspondence correspondence;
  @Inject Permissions permissions;

  /** Answers all that can be answered now. One that fails is tried again with the next sweep. */
  public void answerAll(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    for (UUID duplicate : ledger.answerable(caller)) {
      try {
        answer(caller, ledger.task(caller, duplicate));
      } catch (IOException | RuntimeException e) {
        log.error("DEP-903 duplicate not answered id={}", duplicate, e);
      }
    }
  }

  private void answer(Caller caller, DuplicateTask task) throws IOException {
    OrganisationView dropper = organisations.find(caller, task.organisation()).orElseThrow();
    OrganisationView certifier =
        task.certifier().flatMap(id -> organisations.find(caller, id)).orElse(null);
    if (task.receptionDue()) {
      String number = issuing.nextReceptionNumber(caller);
      ledger.answerReception(caller, task, answers.duplicate(task, dropper, certifier, number));
    }
    if (task.verdictDue()) {
      ledger.giveVerdictAgain(
          caller,
          task,
          correspondence.recipients(task, dropper, certifier),
          correspondence.gist(task, dropper));
    }
  }
}
