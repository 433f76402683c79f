package org.guichet.notice.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.notice.control.JpaPostedNotices;
import org.guichet.notice.control.PostedNotices;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Sha256;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The component on its real tables. */
class NoticesOnTablesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Caller SYSTEM = Caller.system("test");

  private final PostedNotices kept = new JpaPostedNotices(DATABASE.entityManager());
  private final NoticeDesk desk = NoticeDesk.inMemory(FakeClock.at(NOON), new CountingIds());
  private final NoticeLedger ledger = desk.ledger(DATABASE, kept);

  private void post(Notice notice) {
    desk.notices(kept).post(SYSTEM, notice);
  }

  @Test
  void whatIsPostedInATransactionIsSentAfterIt() {
    Sha256 receipt = desk.files().keep(new byte[] {1, 2, 3});
    DATABASE.inTransaction(
        () -> {
          post(received("a", new Notice.Attachment("r.xml", "application/xml", receipt)));
          post(received("a"));
        });
    assertThat(desk.delivery(ledger).deliverDue(SYSTEM)).isEqualTo(1);
    UUID id = desk.rung().get(0).id();
    assertThat(kept.find(id))
        .hasValueSatisfying(row -> assertThat(row.status()).isEqualTo(NoticeStatus.SENT));
  }

  @Test
  void whatIsPostedInATransactionThatRollsBackIsNeverSent() {
    assertThatThrownBy(
            () ->
                DATABASE.inTransaction(
                    () -> {
                      post(received("a"));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(desk.delivery(ledger).deliverDue(SYSTEM)).isZero();
  }

  @Test
  void aFailureIsWrittenDown() {
    DATABASE.inTransaction(() -> post(received("a")));
    desk.transport().failWith(MailFailure.Kind.LATER, "450", "450 later");
    desk.delivery(ledger).deliverDue(SYSTEM);
    assertThat(kept.findByDedupKey("a"))
        .hasValueSatisfying(row -> assertThat(row.failure()).isPresent());
  }

  @Test
  void ofSeveralServersThatClaimALetterAtOnceOneGetsIt() throws Exception {
    DATABASE.inTransaction(() -> post(received("a")));
    UUID id = desk.rung().get(0).id();
    int servers = 8;
    ExecutorService pool = Executors.newFixedThreadPool(servers);
    try {
      CountDownLatch ready = new CountDownLatch(servers);
      List<Future<Optional<Letter>>> claims = new ArrayList<>();
      for (int i = 0; i < servers; i++) {
        claims.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return ledger.claim(SYSTEM, id);
                }));
      }
      int claimed = 0;
      for (Future<Optional<Letter>> claim : claims) {
        claimed += claim.get(30, TimeUnit.SECONDS).isPresent() ? 1 : 0;
      }
      assertThat(claimed).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }
}
