package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.EntryDraftBook;
import org.guichet.deposit.control.MendingBooks;
import org.guichet.deposit.control.PassageVerdicts;
import org.guichet.deposit.entity.Deposit;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.boundary.ReceiptIssuing;

/** The rows of what isn't to be kept any longer: each method is one transaction of bounded size. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RetentionLedger {
  private static final int MOST = 100;

  @Inject Deposits deposits;
  @Inject PassageVerdicts verdicts;
  @Inject MendingBooks books;
  @Inject EntryDraftBook entries;
  @Inject ReceiptIssuing issuing;
  @Inject Permissions permissions;

  /** Forgets trials decided before then, with their receipts; tells how many. */
  public int forgetTrials(Caller caller, Instant decidedBefore) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    List<Deposit> old = deposits.oldTrials(decidedBefore, MOST);
    for (Deposit trial : old) {
      issuing.forget(caller, trial.id().value());
      trial.attempt().ifPresent(verdicts::sweep);
      deposits.remove(trial);
    }
    return old.size();
  }

  /** Forgets corrections and typed passages that nobody has gone on with since then. */
  public int forgetDrafts(Caller caller, Instant untouchedSince) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return books.forgetBefore(untouchedSince) + entries.forgetBefore(untouchedSince);
  }

  /** Marks files of deposits decided before then as gone; tells which bytes nobody needs now. */
  public List<Sha256> forgetFiles(Caller caller, Instant decidedBefore) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    List<Deposit> old = deposits.oldFiles(decidedBefore, MOST);
    old.forEach(Deposit::forgetFile);
    return old.stream()
        .filter(
            deposit -> deposit.sha256().stream().noneMatch(s -> deposits.needed(s, deposit.id())))
        .map(Deposit::sha256)
        .flatMap(Optional::stream)
        .toList();
  }
}
