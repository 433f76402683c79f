package org.guichet.deposit.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositTraces;
import org.guichet.deposit.entity.DepositTraces.Verdicts;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.DuplicateDrop;
import org.guichet.deposit.entity.Fault;
import org.guichet.receipt.entity.GivenReceipt;
import org.guichet.receipt.entity.ReceiptKind;

/** What must hold between a deposit, the rows about it and its receipts. Pure: asks nobody. */
public final class DepositComparison {
  private DepositComparison() {}

  /** What doesn't hold; empty when all does. */
  public static List<Fault> faults(
      Deposit deposit, DepositTraces traces, Collection<GivenReceipt> receipts) {
    List<Fault> faults = new ArrayList<>();
    if (!traces.history().contains(deposit.status())) {
      faults.add(new Fault.HistoryGap(deposit.status()));
    }
    receipts(deposit, receipts, faults);
    keys(deposit, traces, faults);
    counts(deposit, traces, faults);
    traces.verdicts().keySet().stream()
        .filter(attempt -> !counts(deposit, attempt))
        .map(Fault.DeadAttempt::new)
        .forEach(faults::add);
    return faults;
  }

  /** As {@link #faults(Deposit, DepositTraces, Collection)}, for a drop of bytes that stood. */
  public static List<Fault> faults(DuplicateDrop duplicate, Collection<GivenReceipt> receipts) {
    List<Fault> faults = new ArrayList<>();
    if (duplicate.receptionAnswered() && none(receipts, ReceiptKind.RECEPTION)) {
      faults.add(new Fault.Told(DifferenceKind.DUPLICATE_UNANSWERED));
    }
    for (GivenReceipt receipt : receipts) {
      if (!receipt.laidFor().contains(duplicate.organisation())) {
        faults.add(new Fault.NotLaid(duplicate.id(), receipt.kind(), duplicate.organisation(), ""));
      }
    }
    return faults;
  }

  private static void receipts(
      Deposit deposit, Collection<GivenReceipt> receipts, List<Fault> faults) {
    if (deposit.status().decided()) {
      for (ReceiptKind kind : ReceiptKind.values()) {
        if (none(receipts, kind)) {
          faults.add(new Fault.Told(DifferenceKind.RECEIPT_MISSING));
        }
      }
    } else if (!none(receipts, ReceiptKind.PROCESSING)) {
      faults.add(new Fault.Told(DifferenceKind.RECEIPT_TOO_EARLY));
    }
    for (GivenReceipt receipt : receipts) {
      if (!receipt.laidFor().contains(deposit.organisation())) {
        faults.add(
            new Fault.NotLaid(deposit.id().value(), receipt.kind(), deposit.organisation(), ""));
      }
      deposit
          .certifier()
          .filter(certifier -> !certifier.equals(deposit.organisation()))
          .filter(certifier -> !receipt.laidFor().contains(certifier))
          .map(
              certifier ->
                  new Fault.NotLaid(
                      deposit.id().value(), receipt.kind(), certifier, deposit.sender().value()))
          .ifPresent(faults::add);
    }
  }

  private static boolean none(Collection<GivenReceipt> receipts, ReceiptKind kind) {
    return receipts.stream().noneMatch(receipt -> receipt.kind() == kind);
  }

  /** A key that was accepted stands, or is marked as taken back. */
  private static void keys(Deposit deposit, DepositTraces traces, List<Fault> faults) {
    long standing = 0;
    long stray = 0;
    for (var entry : traces.keys().entrySet()) {
      if (counts(deposit, entry.getKey()) && givesKeys(deposit)) {
        standing += entry.getValue();
      } else if (!counts(deposit, entry.getKey()) || !mayClaim(deposit)) {
        stray += entry.getValue();
      }
    }
    if (stray > 0) {
      faults.add(new Fault.Told(DifferenceKind.KEYS_OF_NO_VERDICT));
    }
    if (givesKeys(deposit)
        && standing + counting(deposit, traces).withdrawn() != deposit.view().accepted()) {
      faults.add(new Fault.Told(DifferenceKind.KEYS_DIFFER));
    }
  }

  private static boolean givesKeys(Deposit deposit) {
    DepositStatus status = deposit.status();
    return !deposit.trial()
        && !deposit.takesBack()
        && (status == DepositStatus.ACCEPTED
            || status == DepositStatus.PARTLY_ACCEPTED
            || status == DepositStatus.WITHDRAWN);
  }

  /** A file that is being checked, or will be once more, claims keys that don't count yet. */
  private static boolean mayClaim(Deposit deposit) {
    return deposit.status() == DepositStatus.RECEIVED || deposit.status() == DepositStatus.CHECKING;
  }

  private static void counts(Deposit deposit, DepositTraces traces, List<Fault> faults) {
    if (!deposit.status().decided() || deposit.refusal().isPresent()) {
      return;
    }
    Verdicts verdicts = counting(deposit, traces);
    DepositView view = deposit.view();
    if (verdicts.accepted() != view.accepted() || verdicts.rejected() != view.rejected()) {
      faults.add(new Fault.Told(DifferenceKind.COUNTS_DIFFER));
    }
  }

  private static Verdicts counting(Deposit deposit, DepositTraces traces) {
    return deposit
        .attempt()
        .map(attempt -> traces.verdicts().getOrDefault(attempt, Verdicts.NONE))
        .orElse(Verdicts.NONE);
  }

  private static boolean counts(Deposit deposit, UUID attempt) {
    return deposit.attempt().filter(attempt::equals).isPresent();
  }
}
