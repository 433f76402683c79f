package org.guichet.deposit.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.PassageCount;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/** Deposits without a database. */
public final class InMemoryDeposits implements Deposits {
  private final Map<DepositId, Deposit> rows = new LinkedHashMap<>();
  private final List<DepositHistory> history = new ArrayList<>();
  private long last = 1_000;

  /** The steps that were taken, in their order. */
  public List<DepositHistory> history() {
    return List.copyOf(history);
  }

  @Override
  public void add(Deposit deposit) {
    if (deposit.holdsDedupKey()
        && deposit.sha256().flatMap(s -> findByDedupKey(key(deposit, s))).isPresent()) {
      throw new IllegalStateException("deposit_dedup");
    }
    rows.put(deposit.id(), deposit);
  }

  @Override
  public void addHistory(DepositHistory step) {
    history.add(step);
  }

  @Override
  public Optional<Deposit> find(DepositId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<Deposit> findByNumber(long number) {
    return where(deposit -> deposit.number() == number).findFirst();
  }

  @Override
  public Optional<Deposit> findByDedupKey(String dedupKey) {
    return where(Deposit::holdsDedupKey)
        .filter(
            deposit ->
                deposit.sha256().map(s -> key(deposit, s)).filter(dedupKey::equals).isPresent())
        .findFirst();
  }

  @Override
  public Optional<Deposit> latestOf(OrganisationId organisation, Sha256 sha256) {
    return where(deposit -> deposit.organisation().equals(organisation))
        .filter(deposit -> !deposit.trial() && deposit.sha256().equals(Optional.of(sha256)))
        .max(Comparator.comparing(Deposit::number));
  }

  @Override
  public Optional<Deposit> head(OrganisationId organisation, DepositKind kind) {
    return where(deposit -> deposit.organisation().equals(organisation) && deposit.kind() == kind)
        .filter(
            deposit ->
                deposit.status() == DepositStatus.RECEIVED
                    || deposit.status() == DepositStatus.CHECKING)
        .min(Comparator.comparing(Deposit::line));
  }

  @Override
  public List<Deposit> list(DepositQuery query) {
    return where(d -> query.organisation().map(d.organisation()::equals).orElse(true))
        .filter(d -> query.status().map(d.status()::equals).orElse(true))
        .sorted(Comparator.comparing(Deposit::number).reversed())
        .skip(query.from())
        .limit(query.most())
        .toList();
  }

  @Override
  public List<Deposit> declaring(
      OrganisationId organisation, DepositStatus status, Instant since, int most) {
    return where(deposit -> deposit.organisation().equals(organisation) && !deposit.trial())
        .filter(deposit -> deposit.status() == status && !deposit.takesBack())
        .filter(deposit -> !deposit.receivedAt().isBefore(since))
        .sorted(Comparator.comparing(Deposit::line).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<Deposit> named(Optional<OrganisationId> organisation, String beginning, int most) {
    return named(organisation, beginning).limit(most).toList();
  }

  @Override
  public long countNamed(Optional<OrganisationId> organisation, String beginning) {
    return named(organisation, beginning).count();
  }

  private Stream<Deposit> named(Optional<OrganisationId> organisation, String beginning) {
    return where(deposit -> deposit.fileName().startsWith(beginning))
        .filter(
            deposit -> organisation.isEmpty() || organisation.get().equals(deposit.organisation()))
        .sorted(Comparator.comparing(Deposit::number).reversed());
  }

  @Override
  public List<Deposit> decidedSince(OrganisationId organisation, Instant since, int most) {
    return where(deposit -> deposit.organisation().equals(organisation) && !deposit.trial())
        .filter(deposit -> deposit.decidedAt().filter(since::isBefore).isPresent())
        .sorted(
            Comparator.comparing((Deposit deposit) -> deposit.decidedAt().orElseThrow()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public long count(Optional<OrganisationId> organisation, DepositStatus status) {
    return list(new DepositQuery(organisation, Optional.of(status), 0, Integer.MAX_VALUE)).size();
  }

  @Override
  public PassageCount passages(Optional<OrganisationId> organisation, Instant from, Instant until) {
    List<DepositView> decided =
        where(d -> organisation.map(d.organisation()::equals).orElse(true))
            .filter(deposit -> !deposit.trial() && deposit.status() != DepositStatus.FAILED)
            .map(Deposit::view)
            .filter(view -> view.decidedAt().isPresent())
            .filter(view -> !view.receivedAt().isBefore(from) && view.receivedAt().isBefore(until))
            .toList();
    return new PassageCount(
        decided.size(),
        decided.stream().mapToLong(DepositView::accepted).sum(),
        decided.stream().mapToLong(DepositView::rejected).sum());
  }

  @Override
  public List<Deposit> oldTrials(Instant before, int most) {
    return where(Deposit::trial).filter(decided(before)).limit(most).toList();
  }

  @Override
  public List<Deposit> oldFiles(Instant before, int most) {
    return where(deposit -> !deposit.trial() && deposit.kept())
        .filter(deposit -> deposit.status() != DepositStatus.FAILED)
        .filter(decided(before))
        .limit(most)
        .toList();
  }

  @Override
  public boolean needed(Sha256 sha256, DepositId but) {
    return where(deposit -> !deposit.trial() && deposit.kept() && !deposit.id().equals(but))
        .anyMatch(deposit -> deposit.sha256().equals(Optional.of(sha256)));
  }

  @Override
  public void remove(Deposit deposit) {
    rows.remove(deposit.id());
  }

  @Override
  public long nextNumber() {
    return ++last;
  }

  @Override
  public long nextLine() {
    return ++last;
  }

  @Override
  public long nextTreatment() {
    return ++last;
  }

  private Stream<Deposit> where(Predicate<Deposit> condition) {
    return rows.values().stream().filter(condition);
  }

  private static Predicate<Deposit> decided(Instant before) {
    return deposit -> deposit.decidedAt().filter(at -> at.isBefore(before)).isPresent();
  }

  private static String key(Deposit deposit, Sha256 sha256) {
    return Deposit.dedupKey(deposit.organisation(), sha256);
  }
}
