package org.guichet.notice.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.entity.InboxPosition;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.entity.OrganisationId;

/** For tests of rules; {@link PostedNoticesContract} keeps it honest. */
public final class InMemoryPostedNotices implements PostedNotices {
  private final Map<UUID, PostedNotice> rows = new LinkedHashMap<>();
  private final Map<String, InboxPosition> positions = new LinkedHashMap<>();

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
  public int removeThread(UUID thread) {
    int all = rows.size();
    rows.values().removeIf(notice -> notice.thread().equals(Optional.of(thread)));
    return all - rows.size();
  }

  @Override
  public int removePostedBefore(Instant time, int most) {
    List<PostedNotice> old =
        rows.values().stream()
            .filter(notice -> notice.postedAt().isBefore(time))
            .filter(notice -> notice.status() != NoticeStatus.WAITING)
            .sorted(Comparator.comparing(PostedNotice::postedAt))
            .limit(most)
            .toList();
    old.forEach(notice -> rows.remove(notice.id()));
    return old.size();
  }

  @Override
  public Optional<UUID> before(PostedNotice notice) {
    return rows.values().stream()
        .filter(other -> other.thread().isPresent() && other.thread().equals(notice.thread()))
        .filter(other -> other.recipient().equals(notice.recipient()))
        .filter(other -> other.postedAt().isBefore(notice.postedAt()))
        .min(Comparator.comparing(PostedNotice::postedAt))
        .map(PostedNotice::id);
  }

  @Override
  public List<PostedNotice> list(NoticeQuery query) {
    return rows.values().stream()
        .filter(
            n -> query.organisation().isEmpty() || query.organisation().equals(n.organisation()))
        .filter(n -> query.status().isEmpty() || query.status().get() == n.status())
        .sorted(Comparator.comparing(PostedNotice::postedAt).reversed())
        .skip(query.first())
        .limit(query.size())
        .toList();
  }

  @Override
  public List<PostedNotice> about(OrganisationId organisation, UUID thread, int most) {
    return rows.values().stream()
        .filter(n -> n.thread().equals(Optional.of(thread)))
        .filter(n -> n.organisation().equals(Optional.of(organisation)))
        .sorted(Comparator.comparing(PostedNotice::postedAt).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public int wake(Instant now) {
    List<PostedNotice> sleeping =
        rows.values().stream()
            .filter(n -> n.status() == NoticeStatus.WAITING && n.nextTryAt().isAfter(now))
            .filter(n -> n.failure().filter(why -> why.kind().anyMail()).isPresent())
            .toList();
    sleeping.forEach(n -> n.dueAt(now));
    return sleeping.size();
  }

  @Override
  public Optional<InboxPosition> position(String inbox) {
    return Optional.ofNullable(positions.get(inbox));
  }

  @Override
  public void add(InboxPosition position) {
    positions.put(position.inbox(), position);
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
  public boolean claim(UUID id, Instant now, String holder, Instant leaseUntil) {
    Optional<PostedNotice> due = find(id).filter(notice -> notice.due(now));
    due.ifPresent(notice -> notice.lease(holder, leaseUntil));
    return due.isPresent();
  }

  @Override
  public int releaseEarlierRuns(String node, String thisRun) {
    List<PostedNotice> held =
        rows.values().stream()
            .filter(notice -> notice.status() == NoticeStatus.WAITING)
            .filter(
                notice ->
                    notice
                        .leaseHolder()
                        .filter(h -> h.startsWith(node + "/") && !h.equals(thisRun))
                        .isPresent())
            .toList();
    held.forEach(PostedNotice::release);
    return held.size();
  }

  /** All that were posted, in that order. */
  public List<PostedNotice> all() {
    return List.copyOf(rows.values());
  }
}
