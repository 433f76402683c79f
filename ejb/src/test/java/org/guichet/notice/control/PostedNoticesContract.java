package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.guichet.testing.CountingIds;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface PostedNoticesContract {
  UUID FIRST = CountingIds.id(1);
  MailFailure LATER = new MailFailure(MailFailure.Kind.LATER, "450", "450 try later");
  MailFailure UNREACHABLE = new MailFailure(MailFailure.Kind.OUT_OF_REACH, null, "nobody");
  OrganisationId SCHOOL = new OrganisationId(new UUID(1, 1));

  PostedNotices notices();

  Units units();

  private void post(long n, Notice notice) {
    units()
        .run(
            () ->
                notices()
                    .add(
                        PostedNotice.post(
                            CountingIds.id(n),
                            notice,
                            ArgumentsJson.write(notice),
                            NOON.plusSeconds(n))));
  }

  private boolean claim(long second) {
    AtomicBoolean claimed = new AtomicBoolean();
    units()
        .run(
            () ->
                claimed.set(
                    notices()
                        .claim(
                            FIRST,
                            NOON.plusSeconds(second),
                            "node1/b",
                            NOON.plusSeconds(second + 60))));
    return claimed.get();
  }

  @Test
  default void bringsBackWhatWasPosted() {
    Notice notice =
        received(
            "k",
            new Notice.Attachment("b.xml", "application/xml", Sha256.of(new byte[] {1})),
            new Notice.Attachment("a.xml", "application/xml", Sha256.of(new byte[] {2})));
    post(1, notice);
    units()
        .run(
            () -> {
              PostedNotice found = notices().find(FIRST).orElseThrow();
              assertThat(ArgumentsJson.read(found)).isEqualTo(notice);
              assertThat(found.postedAt()).isEqualTo(NOON.plusSeconds(1));
              assertThat(notices().findByDedupKey("k")).isPresent();
              assertThat(notices().findByDedupKey("K")).isEmpty();
            });
  }

  @Test
  default void theLongestDueComesFirst() {
    post(3, received("c"));
    post(1, received("a"));
    post(2, received("b"));
    units()
        .run(
            () -> {
              assertThat(notices().due(NOON.plusSeconds(2), 9))
                  .containsExactly(FIRST, CountingIds.id(2));
              assertThat(notices().due(NOON.plusSeconds(9), 1)).containsExactly(FIRST);
              assertThat(notices().due(NOON, 9)).isEmpty();
            });
  }

  @Test
  default void aLeaseIsOnePersonsUntilItRunsOut() {
    post(1, received("a"));
    assertThat(claim(0)).as("not due yet").isFalse();
    assertThat(claim(1)).isTrue();
    assertThat(claim(61)).as("leased").isFalse();
    units().run(() -> assertThat(notices().due(NOON.plusSeconds(61), 9)).isEmpty());
    assertThat(claim(62)).as("run out").isTrue();
  }

  @Test
  default void aServerThatIsBackEndsTheLeasesOfItsEarlierRunsOnly() {
    post(1, received("a"));
    assertThat(claim(1)).isTrue();
    assertThat(released("node1", "node1/b")).as("its own run").isZero();
    assertThat(released("node10", "node10/c")).as("another node").isZero();
    assertThat(claim(2)).as("leased").isFalse();
    assertThat(released("node1", "node1/c")).isEqualTo(1);
    assertThat(claim(3)).isTrue();
  }

  private int released(String node, String run) {
    AtomicInteger released = new AtomicInteger();
    units().run(() -> released.set(notices().releaseEarlierRuns(node, run)));
    return released.get();
  }

  @Test
  default void whatIsSentOrGivenUpIsNeverDueAgain() {
    post(1, received("a"));
    post(2, received("b"));
    units()
        .run(
            () -> {
              notices().find(FIRST).orElseThrow().sent(NOON.plusSeconds(5));
              notices()
                  .find(CountingIds.id(2))
                  .orElseThrow()
                  .giveUp(
                      new MailFailure(MailFailure.Kind.LATER, "4".repeat(99), "e".repeat(999)),
                      NOON.plusSeconds(6));
            });
    assertThat(claim(999_999)).isFalse();
    units()
        .run(
            () -> {
              assertThat(notices().due(NOON.plusSeconds(999_999), 9)).isEmpty();
              PostedNotice sent = notices().find(FIRST).orElseThrow();
              assertThat(sent.status()).isEqualTo(NoticeStatus.SENT);
              assertThat(sent.sentAt()).contains(NOON.plusSeconds(5));
              PostedNotice givenUp = notices().find(CountingIds.id(2)).orElseThrow();
              assertThat(givenUp.changedAt()).isEqualTo(NOON.plusSeconds(6));
              assertThat(givenUp.failure())
                  .contains(
                      new MailFailure(MailFailure.Kind.LATER, "4".repeat(20), "e".repeat(300)));
            });
  }

  @Test
  default void aDelayedOneIsDueAtItsTime() {
    post(1, received("a"));
    assertThat(claim(1)).isTrue();
    units().run(() -> notices().find(FIRST).orElseThrow().delay(LATER, NOON.plusSeconds(600)));
    assertThat(claim(599)).isFalse();
    assertThat(claim(600)).isTrue();
    units().run(() -> assertThat(notices().find(FIRST).orElseThrow().attempts()).isEqualTo(1));
  }

  @Test
  default void aThreadIsOfOneMatterAndOneReader() {
    UUID matter = new UUID(3, 1);
    post(1, received("a").about(SCHOOL, matter));
    post(2, received("b").about(SCHOOL, matter));
    post(3, received("c").about(SCHOOL, new UUID(3, 2)));
    post(4, received("d"));
    units()
        .run(
            () -> {
              assertThat(before(2)).contains(FIRST);
              assertThat(before(1)).isEmpty();
              assertThat(before(3)).isEmpty();
              assertThat(before(4)).isEmpty();
            });
  }

  @Test
  default void forgetsAllOfOneMatter() {
    UUID matter = new UUID(3, 1);
    post(1, received("a").about(SCHOOL, matter));
    post(2, received("b").about(SCHOOL, matter));
    post(3, received("c").about(SCHOOL, new UUID(3, 2)));
    units().run(() -> assertThat(notices().removeThread(matter)).isEqualTo(2));
    units()
        .run(
            () -> {
              assertThat(notices().find(FIRST)).isEmpty();
              assertThat(notices().find(CountingIds.id(3))).isPresent();
              assertThat(notices().removeThread(matter)).isZero();
            });
  }

  private Optional<UUID> before(long n) {
    return notices().before(notices().find(CountingIds.id(n)).orElseThrow());
  }

  @Test
  default void listsTheNewestFirstOfWhomAndHowItIsAskedFor() {
    post(1, received("a").about(SCHOOL, new UUID(3, 1)));
    post(2, received("b"));
    post(3, received("c").about(SCHOOL, new UUID(3, 2)));
    units().run(() -> notices().find(FIRST).orElseThrow().refuse(LATER, NOON));
    units()
        .run(
            () -> {
              assertThat(listed(Optional.empty(), Optional.empty(), 0, 2))
                  .containsExactly(CountingIds.id(3), CountingIds.id(2));
              assertThat(listed(Optional.empty(), Optional.empty(), 2, 2)).containsExactly(FIRST);
              assertThat(listed(Optional.of(SCHOOL), Optional.empty(), 0, 9))
                  .containsExactly(CountingIds.id(3), FIRST);
              assertThat(listed(Optional.of(SCHOOL), Optional.of(NoticeStatus.REFUSED), 0, 9))
                  .containsExactly(FIRST);
            });
  }

  private List<UUID> listed(
      Optional<OrganisationId> whom, Optional<NoticeStatus> status, int first, int size) {
    return notices().list(new NoticeQuery(whom, status, first, size)).stream()
        .map(PostedNotice::id)
        .toList();
  }

  @Test
  default void wakesWhatWaitsForTheMailServerAndNothingElse() {
    post(1, received("a"));
    post(2, received("b"));
    post(3, received("c"));
    units()
        .run(
            () -> {
              notices().find(FIRST).orElseThrow().delay(UNREACHABLE, NOON.plusSeconds(900));
              notices().find(CountingIds.id(2)).orElseThrow().delay(LATER, NOON.plusSeconds(900));
            });
    units().run(() -> assertThat(notices().wake(NOON.plusSeconds(60))).isEqualTo(1));
    units()
        .run(
            () ->
                assertThat(notices().due(NOON.plusSeconds(60), 9))
                    .containsExactlyInAnyOrder(CountingIds.id(3), FIRST));
  }
}
