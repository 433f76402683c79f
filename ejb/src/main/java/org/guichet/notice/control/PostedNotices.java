package org.guichet.notice.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.entity.InboxPosition;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.entity.OrganisationId;

/** Every notice that was posted. */
public interface PostedNotices {
  void add(PostedNotice notice);

  Optional<PostedNotice> find(UUID id);

  Optional<PostedNotice> findByDedupKey(String key);

  /** The first of its thread that went to the same reader before this one, if one did. */
  Optional<UUID> before(PostedNotice notice);

  /**
   * Removes all about this, sent or not.
   *
   * @return how many
   */
  int removeThread(UUID thread);

  /** Removes so many at most that were posted before then and don't wait, the oldest first. */
  int removePostedBefore(Instant time, int most);

  /** The newest first. */
  List<PostedNotice> list(NoticeQuery query);

  /** An organisation's about something, the newest first. */
  List<PostedNotice> about(OrganisationId organisation, UUID thread, int most);

  /**
   * Makes due now what waits because no mail could be sent at all.
   *
   * @return how many
   */
  int wake(Instant now);

  /** How far that inbox was read, if it ever was. */
  Optional<InboxPosition> position(String inbox);

  void add(InboxPosition position);

  /** Those to be sent now that nobody is at, the longest due first. */
  List<UUID> due(Instant now, int atMost);

  /**
   * Takes the lease of a notice, if it is due and nobody is at it: of several servers that try at
   * once, one is told true.
   */
  boolean claim(UUID id, Instant now, String holder, Instant leaseUntil);

  /**
   * Ends the leases of a server's earlier runs: what they were at isn't being sent any more.
   *
   * @return how many
   */
  int releaseEarlierRuns(String node, String thisRun);
}
