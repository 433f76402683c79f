package org.guichet.audit.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.audit.entity.AuditHead;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.AuditView;
import org.guichet.audit.entity.ChainHead;
import org.jspecify.annotations.Nullable;

/** Entries in memory. */
public final class InMemoryAuditRecords implements AuditRecords {
  private final List<AuditRecord> rows = new ArrayList<>();
  private @Nullable AuditHead head;

  @Override
  public void add(AuditRecord entry) {
    rows.add(entry);
  }

  @Override
  public List<AuditRecord> list(AuditQuery query) {
    return matching(query)
        .sorted(
            Comparator.comparing((AuditRecord row) -> view(row).at())
                .thenComparing(AuditRecord::id)
                .reversed())
        .skip(query.page().first())
        .limit(query.page().size())
        .toList();
  }

  @Override
  public long count(AuditQuery query) {
    return matching(query).count();
  }

  private Stream<AuditRecord> matching(AuditQuery query) {
    return rows.stream()
        .filter(row -> query.action().map(a -> a.name().equals(view(row).action())).orElse(true))
        .filter(
            row -> query.actor().map(a -> Optional.of(a).equals(view(row).actor())).orElse(true))
        .filter(
            row ->
                query
                    .organisation()
                    .map(o -> Optional.of(o).equals(view(row).organisation()))
                    .orElse(true))
        .filter(row -> query.subject().map(s -> s.equals(view(row).subject())).orElse(true))
        .filter(row -> query.since().map(t -> !view(row).at().isBefore(t)).orElse(true))
        .filter(row -> query.until().map(t -> view(row).at().isBefore(t)).orElse(true));
  }

  private static AuditView view(AuditRecord row) {
    return row.view("", AuditView.Values.ERASED);
  }

  @Override
  public List<AuditRecord> unsealed(int most) {
    return rows.stream()
        .filter(row -> row.position() == 0)
        .sorted(
            Comparator.comparing((AuditRecord row) -> view(row).at())
                .thenComparing(AuditRecord::id))
        .limit(most)
        .toList();
  }

  @Override
  public long countUnsealed() {
    return unsealed(Integer.MAX_VALUE).size();
  }

  @Override
  public List<AuditRecord> sealedAfter(long position, int most) {
    return rows.stream()
        .filter(row -> row.position() > position)
        .sorted(Comparator.comparingLong(AuditRecord::position))
        .limit(most)
        .toList();
  }

  @Override
  public AuditHead lockHead() {
    if (head == null) {
      head = AuditHead.start();
    }
    return head;
  }

  @Override
  public Optional<ChainHead> head() {
    return Optional.ofNullable(head).map(AuditHead::head);
  }
}
