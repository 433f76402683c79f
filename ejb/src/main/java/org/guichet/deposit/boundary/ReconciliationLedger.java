package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.deposit.control.DepositBooks;
import org.guichet.deposit.control.DepositComparison;
import org.guichet.deposit.control.Deposits;
import org.guichet.deposit.control.DuplicateDrops;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositLook;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositTraces;
import org.guichet.deposit.entity.Difference;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.DuplicateDrop;
import org.guichet.deposit.entity.Fault;
import org.guichet.deposit.entity.PageLook;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.boundary.ReceiptBooks;
import org.guichet.receipt.entity.GivenReceipt;

/**
 * Looks at deposits, and mends what the rows alone show to be right: each method is one short
 * transaction, which locks nothing that it doesn't change.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReconciliationLedger {
  private static final UUID LAST = new UUID(-1, -1);
  private static final int TRIES = 3;

  @Inject DepositBooks books;
  @Inject Deposits deposits;
  @Inject DuplicateDrops duplicates;
  @Inject ReceiptBooks receipts;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Compares a page of deposits, and all that says it belongs to one of them or between them. */
  public PageLook page(Caller caller, UUID after, int most) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    List<Deposit> page = books.page(after, most);
    boolean end = page.size() < most;
    UUID to = end ? LAST : page.get(page.size() - 1).id().value();
    Map<UUID, List<GivenReceipt>> given = given(caller, after, to);
    Map<UUID, DepositTraces> traces = books.traces(after, to);
    List<DepositLook> suspects = new ArrayList<>();
    given.remove(after); // the page before has looked at it
    for (Deposit deposit : page) {
      UUID id = deposit.id().value();
      DepositLook look =
          look(
              deposit,
              Optional.ofNullable(traces.remove(id)).orElse(DepositTraces.NONE),
              Optional.ofNullable(given.remove(id)).orElse(List.of()));
      if (!look.faults().isEmpty()) {
        suspects.add(look);
      }
    }
    for (DuplicateDrop duplicate : books.duplicates(after, to)) {
      List<GivenReceipt> own = Optional.ofNullable(given.remove(duplicate.id())).orElse(List.of());
      if (!DepositComparison.faults(duplicate, own).isEmpty()) {
        suspects.add(look(duplicate, own));
      }
    }
    return new PageLook(page.size(), to, end, suspects, strays(given));
  }

  /** The newest deposits. */
  public List<DepositId> newest(Caller caller, int most) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return books.newest(most).stream().map(Deposit::id).toList();
  }

  /**
   * Looks at a deposit or a duplicate as it stands; empty when there is none, or when it changed
   * under each look.
   */
  public Optional<DepositLook> one(Caller caller, DepositId id) {
    UUID key = id.value();
    return look(caller, id, () -> books.traces(key, key).getOrDefault(key, DepositTraces.NONE));
  }

  /**
   * As {@link #one}, and at rows of attempts that don't count too: slow, for those that have some.
   */
  public Optional<DepositLook> whole(Caller caller, DepositId id) {
    return look(caller, id, () -> books.allTraces(id));
  }

  /**
   * Some deposits that rows name without counting; among them may be some that there never were.
   */
  public Set<UUID> withStrays(Caller caller, int most) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return books.withStrays(most);
  }

  /** Whether rows name what isn't there. */
  public boolean unknown(Caller caller, UUID id) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return unknown(id);
  }

  private Optional<DepositLook> look(Caller caller, DepositId id, Supplier<DepositTraces> asked) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    UUID key = id.value();
    for (int i = 0; i < TRIES; i++) {
      Optional<Deposit> before = books.now(id);
      if (before.isEmpty()) {
        return duplicates
            .find(key)
            .map(duplicate -> look(duplicate, receipts.given(caller, key, key)));
      }
      DepositTraces traces = asked.get();
      List<GivenReceipt> given = receipts.given(caller, key, key);
      long version = before.get().version();
      Optional<Deposit> after = books.now(id);
      if (after.isPresent() && after.get().version() == version) {
        return Optional.of(look(after.get(), traces, given));
      }
    }
    return Optional.empty();
  }

  /** Puts a fault right where the rows leave no doubt; false where somebody has to look. */
  public boolean mend(Caller caller, DepositId id, Fault fault) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    if (fault instanceof Fault.NotLaid missing) {
      return receipts.lay(
          caller, missing.subject(), missing.receipt(), missing.recipient(), missing.folder());
    }
    if (fault instanceof Fault.DeadAttempt dead) {
      return forget(id, dead.attempt());
    }
    return fault instanceof Fault.HistoryGap gap && note(caller, id, gap.status());
  }

  /** An attempt that isn't its deposit's any more never becomes it again. */
  private boolean forget(DepositId id, UUID attempt) {
    Optional<Deposit> deposit = deposits.find(id);
    if (deposit.isEmpty() || deposit.get().attempt().equals(Optional.of(attempt))) {
      return false;
    }
    books.forgetAttempt(id, attempt);
    return true;
  }

  /** Only where another row knows when it came there. */
  private boolean note(Caller caller, DepositId id, DepositStatus status) {
    Optional<Deposit> deposit = deposits.find(id).filter(found -> found.status() == status);
    Optional<Instant> when =
        deposit.flatMap(
            found ->
                switch (status) {
                  case RECEIVED ->
                      found.starts() == 0 ? Optional.of(found.receivedAt()) : Optional.empty();
                  case ACCEPTED, PARTLY_ACCEPTED, REJECTED, FAILED -> found.decidedAt();
                  case CHECKING, WITHDRAWN -> Optional.empty();
                });
    when.ifPresent(
        at -> deposits.addHistory(DepositHistory.of(ids.get(), deposit.orElseThrow(), caller, at)));
    return when.isPresent();
  }

  private static DepositLook look(
      Deposit deposit, DepositTraces traces, List<GivenReceipt> receipts) {
    Optional<Sha256> file =
        deposit.kept() && !deposit.trial() ? deposit.sha256() : Optional.empty();
    return new DepositLook(
        deposit.id(), deposit.number(), DepositComparison.faults(deposit, traces, receipts), file);
  }

  private static DepositLook look(DuplicateDrop duplicate, List<GivenReceipt> receipts) {
    return new DepositLook(
        new DepositId(duplicate.id()),
        duplicate.number(),
        DepositComparison.faults(duplicate, receipts),
        Optional.empty());
  }

  private Map<UUID, List<GivenReceipt>> given(Caller caller, UUID from, UUID to) {
    Map<UUID, List<GivenReceipt>> given = new HashMap<>();
    for (GivenReceipt receipt : receipts.given(caller, from, to)) {
      given.computeIfAbsent(receipt.subject(), subject -> new ArrayList<>()).add(receipt);
    }
    return given;
  }

  /** What is left over when all deposits of the range have taken theirs. */
  private List<Difference> strays(Map<UUID, List<GivenReceipt>> given) {
    List<Difference> strays = new ArrayList<>();
    given.forEach(
        (subject, receipts) -> {
          if (unknown(subject)) {
            receipts.forEach(
                receipt ->
                    strays.add(
                        new Difference(
                            DifferenceKind.RECEIPT_OF_NOTHING, receipt.number(), false)));
          }
        });
    return strays;
  }

  /** Asked once more: one may have come since the page was read. */
  private boolean unknown(UUID id) {
    return deposits.find(new DepositId(id)).isEmpty() && duplicates.find(id).isEmpty();
  }
}
