package org.guichet.deposit.control;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DuplicateDrop;

/** Duplicates without a database. */
public final class InMemoryDuplicateDrops implements DuplicateDrops {
  private final Map<UUID, DuplicateDrop> rows = new LinkedHashMap<>();
  private final Deposits deposits;

  public InMemoryDuplicateDrops(Deposits deposits) {
    this.deposits = deposits;
  }

  @Override
  public void add(DuplicateDrop duplicate) {
    rows.put(duplicate.id(), duplicate);
  }

  @Override
  public Optional<DuplicateDrop> find(UUID id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<DuplicateDrop> lock(UUID id) {
    return find(id);
  }

  @Override
  public List<UUID> answerable() {
    return rows.values().stream()
        .filter(duplicate -> !duplicate.processingAnswered())
        .filter(duplicate -> !duplicate.receptionAnswered() || decided(duplicate))
        .sorted(Comparator.comparing(DuplicateDrop::number))
        .map(DuplicateDrop::id)
        .toList();
  }

  private boolean decided(DuplicateDrop duplicate) {
    return deposits
        .find(duplicate.firstDeposit())
        .map(Deposit::status)
        .filter(DepositStatus::decided)
        .isPresent();
  }
}
