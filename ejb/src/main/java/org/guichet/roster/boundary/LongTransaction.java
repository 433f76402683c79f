package org.guichet.roster.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;

/** A transaction for what takes longer than the server grants: hundreds of thousands of people. */
@Stateless
@PermitAll // rights: what is run in it
@TransactionManagement(TransactionManagementType.BEAN)
public class LongTransaction {
  private static final Duration LONGEST = Duration.ofHours(1);

  @Resource UserTransaction transaction;

  /** Commits what {@code work} did, or nothing of it when it throws. */
  public void run(Runnable work) {
    try {
      transaction.setTransactionTimeout((int) LONGEST.toSeconds());
      transaction.begin();
      try {
        work.run();
        transaction.commit();
      } finally {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
          transaction.rollback();
        }
      }
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new IllegalStateException(e);
    }
  }
}
