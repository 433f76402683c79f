package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.guichet.deposit.control.AttemptReadings;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.entity.AttemptReading;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.PassageRange;
import org.guichet.deposit.entity.Reading;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;

/** The rows of what follows a verdict: each method is one transaction of bounded size. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReadingLedger {
  private static final int MOST = 100;

  @Inject AttemptReadings readings;
  @Inject Deposits deposits;
  @Inject Permissions permissions;

  /** Notes what was read beside the passages, before the verdict. */
  public void note(Caller caller, CheckTask task, Reading reading) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    readings.note(task.attempt(), task.deposit(), reading);
  }

  /** Attempts whose verdict stands and of which something is still to be done. */
  public List<UUID> open(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return readings.open(MOST);
  }

  /**
   * Does the next part of what follows a verdict: figures first, then a range of passages. Two who
   * are at the same attempt do one part after the other.
   *
   * @return whether something is left
   */
  public boolean goOn(Caller caller, UUID attempt) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    AttemptReading reading = readings.lock(attempt).filter(AttemptReading::isOpen).orElse(null);
    if (reading == null) {
      return false;
    }
    if (reading.figures().isEmpty()) {
      readings.count(reading);
      return true;
    }
    Deposit deposit = deposits.find(reading.deposit()).orElseThrow();
    int passages = readings.figures(attempt).passages();
    if (deposit.kind() == DepositKind.TRIAL || reading.listed() >= passages) {
      reading.close();
      return false;
    }
    PassageRange range = PassageRange.after(reading.listed());
    readings.list(attempt, range, deposit.kept());
    reading.listTo(range.last());
    return true;
  }

  /** Attempts whose file is gone, but not its holders' names. */
  public List<UUID> named(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return readings.named(MOST);
  }

  /**
   * Forgets the holders of a range of passages.
   *
   * @return whether some are left behind it
   */
  public boolean forgetNames(Caller caller, UUID attempt, PassageRange range) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    readings.forgetNames(attempt, range);
    boolean more = range.last() < readings.figures(attempt).passages();
    if (!more) {
      readings.lock(attempt).ifPresent(AttemptReading::forgetNames);
    }
    return more;
  }
}
