package org.guichet.notice.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.entity.PostedNotice;

/** For tests of rules; {@link PostedNoticesContract} keeps it honest. */
public final class InMemoryPostedNotices implements PostedNotices {
  private final Map<UUID, PostedNotice> rows = new LinkedHashMap<>();

  @Override
  public void add(PostedNotice notice) {
    rows.put(notice.id(), notice);
  }

  @Override
  public Optional<PostedNotice> find(UUID id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<PostedNotice> findByDedupKey(String key) {
    return rows.values().stream().filter(n -> n.dedupKey().equals(key)).findFirst();
  }

  @Override
  public List<UUID> due(Instant now, int atMost) {
    return rows.values().stream()
        .filter(notice -> notice.due(now))
        .sorted(Comparator.comparing(PostedNotice::nextTryAt).thenComparing(PostedNotice::postedAt))
        .limit(atMost)
        .map(PostedNotice::id)
        .toList();
  }

  @Override
  public boolean claim(UUID id, Instant now, Instant leaseUntil) {
    Optional<PostedNotice> due = find(id).filter(notice -> notice.due(now));
    due.ifPresent(notice -> notice.lease(leaseUntil));
    return due.isPresent();
  }

  /** All that were posted, in that order. */
  public List<PostedNotice> all() {
    return List.copyOf(rows.values());
  }
}
