package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.deposit.control.ListingTurn;
import org.guichet.deposit.entity.PassageRange;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What needn't be there with a verdict and mustn't delay it: figures for pages, and the list in
 * which people search passages. Whoever calls it finds what is left, after a crash too.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AfterVerdict {
  private static final Logger log = LoggerFactory.getLogger(AfterVerdict.class);
  private static final int MOST_ROUNDS = 1_000;

  @Inject ReadingLedger ledger;
  @Inject ListingTurn turn;
  @Inject Permissions permissions;

  /**
   * Does one part of what is left, of bounded size, so that whoever calls it can look after what is
   * more urgent in between; nothing while somebody else on this server is at it. What fails is left
   * for the next time, and keeps nothing else.
   *
   * @return whether to call again: something may be left
   */
  public boolean catchUp(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    if (!turn.take()) {
      return false;
    }
    try {
      Optional<UUID> attempt = turn.next(() -> ledger.open(caller));
      attempt.ifPresent(one -> goOn(caller, one));
      return attempt.isPresent();
    } finally {
      turn.leave();
    }
  }

  private void goOn(Caller caller, UUID attempt) {
    try {
      if (ledger.goOn(caller, attempt)) {
        log.debug("DEP-112 passages counted and listed attempt={}", attempt);
      } else {
        turn.done(attempt);
      }
    } catch (RuntimeException e) {
      log.error("DEP-907 passages not counted or listed attempt={}", attempt, e);
      turn.failed(attempt);
    }
  }

  /**
   * Forgets holders' names where the file that told them is gone; what fails is left for the next
   * time, and keeps nothing else.
   *
   * @return of how many files
   */
  public int forgetNames(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    Set<UUID> failed = new HashSet<>();
    int forgotten = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<UUID> named =
          ledger.named(caller).stream().filter(one -> !failed.contains(one)).toList();
      if (named.isEmpty()) {
        break;
      }
      for (UUID attempt : named) {
        if (forgotten(caller, attempt)) {
          forgotten++;
        } else {
          failed.add(attempt);
        }
      }
    }
    return forgotten;
  }

  private boolean forgotten(Caller caller, UUID attempt) {
    try {
      PassageRange range = PassageRange.after(0);
      while (ledger.forgetNames(caller, attempt, range)) {
        range = PassageRange.after(range.last());
      }
      return true;
    } catch (RuntimeException e) {
      log.error("DEP-908 names not forgotten attempt={}", attempt, e);
      return false;
    }
  }
}
