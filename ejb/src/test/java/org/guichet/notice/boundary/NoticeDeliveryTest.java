package org.guichet.notice.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;
import static org.guichet.notice.entity.MailFailure.Kind.LATER;
import static org.guichet.notice.entity.MailFailure.Kind.OUT_OF_REACH;
import static org.guichet.notice.entity.MailFailure.Kind.REFUSED;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.notice.entity.ResendOutcome;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Sha256;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

class NoticeDeliveryTest {
  private static final Caller SYSTEM = Caller.system("test");

  private final FakeClock clock = FakeClock.at(NOON);
  private final NoticeDesk desk = NoticeDesk.inMemory(clock, new CountingIds());
  private final RecordingTransport transport = desk.transport();

  private void post(Notice notice) {
    desk.notices().post(SYSTEM, notice);
  }

  private int deliver() {
    return desk.delivery().deliverDue(SYSTEM);
  }

  private PostedNotice row(int n) {
    return desk.rows().get(n);
  }

  @Test
  void sendsWhatWasPostedOnceAndNotesIt() {
    post(received("a"));
    assertThat(desk.rung()).hasSize(1);
    assertThat(deliver()).isEqualTo(1);
    assertThat(row(0).status()).isEqualTo(NoticeStatus.SENT);
    assertThat(row(0).sentAt()).contains(NOON);
    assertThat(deliver()).isZero();
    assertThat(transport.delivered()).hasSize(1);
  }

  @Test
  void aSecondPostOfTheSameKeyChangesNothing() {
    post(received("a"));
    post(received("a"));
    post(received("b"));
    assertThat(desk.rows()).hasSize(2);
    assertThat(desk.rung()).hasSize(2);
    deliver();
    post(received("a"));
    assertThat(deliver()).isZero();
  }

  @Test
  void forgetsWhatOpensSomethingOnceItIsSentOrNobodyTriesAnyMore() {
    post(received("a").holding(true));
    post(received("b").holding(true));
    transport.failWith(MailFailure.Kind.LATER, "450", "450 later");
    deliver();
    assertThat(row(0).kept().arguments()).as("it is still to be sent").contains("certifiés");
    transport.failWith(MailFailure.Kind.REFUSED, "550 5.1.1", "550 unknown");
    clock.advance(Duration.ofMinutes(2));
    deliver();
    for (int n = 0; n < 2; n++) {
      assertThat(row(n).kept().arguments()).isEqualTo("{}");
      assertThat(row(n).forgottenSubject()).contains("Dépôt n° 42 bien reçu : certifiés été.xml");
      assertThat(desk.mailDesk().resend(SYSTEM, row(n).id()))
          .isInstanceOf(ResendOutcome.Forgotten.class);
    }
    transport.recover();
    post(received("c").holding(true));
    post(received("d"));
    deliver();
    assertThat(row(2).kept().arguments()).isEqualTo("{}");
    assertThat(row(3).kept().arguments()).as("nothing secret").contains("certifiés");
    assertThat(transport.delivered()).hasSize(2);
  }

  @Test
  void forgetsMailsOfLongAgoButNoneThatWaits() {
    post(received("a"));
    deliver();
    transport.failWith(MailFailure.Kind.LATER, "450", "450 later");
    post(received("b"));
    clock.advance(Duration.ofDays(401));
    post(received("c"));
    transport.recover();
    assertThat(desk.sweep().forget(SYSTEM)).isEqualTo(1);
    assertThat(desk.sweep().forget(SYSTEM)).isZero();
    assertThat(desk.rows()).extracting(PostedNotice::dedupKey).containsExactly("b", "c");
  }

  @Test
  void sendsMoreThanOneBatchAtOnce() {
    for (int i = 0; i < 120; i++) {
      post(received("k" + i));
    }
    assertThat(deliver()).isEqualTo(120);
  }

  @Test
  void triesAgainLaterWhenTheMailServerSaysSo() {
    post(received("a"));
    post(received("b"));
    transport.failWith(LATER, "450 4.2.0", "450 4.2.0 greylisted");
    assertThat(deliver()).isZero();
    assertThat(transport.tries()).as("the second is tried as well").isEqualTo(2);
    assertThat(row(0).nextTryAt()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    assertThat(row(0).failure().orElseThrow().answer()).isEqualTo("450 4.2.0");
    transport.recover();
    assertThat(deliver()).as("not due yet").isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(deliver()).isEqualTo(2);
    assertThat(row(0).attempts()).isEqualTo(2);
  }

  @Test
  void stopsTheRoundWhenTheMailServerIsOutOfReach() {
    post(received("a"));
    post(received("b"));
    transport.failWith(OUT_OF_REACH, null, "nobody listens");
    deliver();
    assertThat(transport.tries()).isEqualTo(1);
    assertThat(row(1).attempts()).isZero();
    transport.recover();
    assertThat(deliver()).as("the second is due still, and wakes the first").isEqualTo(2);
  }

  @Test
  void givesUpAfterThreeDaysAndShowsIt() {
    post(received("a"));
    transport.failWith(LATER, "450", "450 try later");
    while (row(0).status() == NoticeStatus.WAITING) {
      clock.set(row(0).nextTryAt());
      deliver();
    }
    assertThat(row(0).status()).isEqualTo(NoticeStatus.GIVEN_UP);
    assertThat(row(0).changedAt()).isEqualTo(NOON.plus(Duration.ofDays(3)));
    clock.advance(Duration.ofDays(30));
    transport.recover();
    assertThat(deliver()).isZero();
  }

  @Test
  void aLetterThatCannotBeWrittenHoldsNoOtherBack() {
    post(new Notice("no address", Locale.FRENCH, "upload.incomplete", Map.of(), List.of(), "bad"));
    post(received("good"));
    assertThat(deliver()).isEqualTo(1);
    assertThat(row(0).status()).isEqualTo(NoticeStatus.WAITING);
    assertThat(row(0).attempts()).isEqualTo(1);
    assertThat(row(1).status()).isEqualTo(NoticeStatus.SENT);
  }

  @Test
  void afterACrashBetweenSendingAndNotingItTheRepeatIsRecognisable() throws Exception {
    post(received("a"));
    NoticeLedger dying =
        new NoticeLedger() {
          @Override
          public void sent(Caller caller, UUID id) {
            throw new OutOfMemoryError("the server dies");
          }
        };
    NoticeLedger whole = desk.ledger();
    dying.permissions = whole.permissions;
    dying.notices = whole.notices;
    dying.run = new ServerRun("node1", new UUID(0, 1));
    dying.clock = whole.clock;
    assertThatThrownBy(() -> desk.delivery(dying).deliverDue(SYSTEM))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(deliver()).as("the dead server's lease still holds").isZero();
    assertThat(whole.releaseEarlierRuns(SYSTEM)).as("the server is back").isEqualTo(1);
    assertThat(deliver()).isEqualTo(1);
    List<MimeMessage> both = transport.delivered();
    assertThat(both).hasSize(2);
    assertThat(both.get(1).getMessageID()).isEqualTo(both.get(0).getMessageID());
    assertThat(deliver()).isZero();
  }

  @Test
  void anotherServerLeavesALetterAloneWhileItIsBeingSent() {
    post(received("a"));
    transport.meanwhile(
        () -> {
          if (transport.tries() == 1) {
            assertThat(deliver()).as("the other server's round").isZero();
          }
        });
    assertThat(deliver()).isEqualTo(1);
    assertThat(transport.delivered()).hasSize(1);
  }

  @Test
  void carriesTheKeptDocuments() throws Exception {
    Sha256 receipt = desk.files().keep(new byte[] {1, 2, 3});
    post(received("a", new Notice.Attachment("r.xml", "application/xml", receipt)));
    deliver();
    assertThat(transport.delivered().get(0).getContentType()).startsWith("multipart/mixed");
  }

  @Test
  void refusesAKindOfNoticeThatHasNoTexts() {
    Notice notice = new Notice("a@b.example", Locale.FRENCH, "nonsense", Map.of(), List.of(), "k");
    assertThatThrownBy(() -> post(notice)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRefusedMailIsVisibleAndNotTriedAgainByItself() {
    post(received("a"));
    transport.failWith(REFUSED, "550 5.1.1", "550 5.1.1 (address) unknown");
    deliver();
    assertThat(row(0).status()).isEqualTo(NoticeStatus.REFUSED);
    assertThat(row(0).failure())
        .contains(new MailFailure(REFUSED, "550 5.1.1", "550 5.1.1 (address) unknown"));
    transport.recover();
    clock.advance(Duration.ofDays(1));
    assertThat(deliver()).isZero();
  }

  @Test
  void aDayWithoutAMailServerLosesNothingAndTheBacklogLeavesAtOnce() {
    transport.failWith(OUT_OF_REACH, null, "nobody listens");
    for (int minute = 0; minute < 24 * 60; minute++) {
      if (minute % 60 == 0) {
        post(received("hour " + minute / 60));
      }
      deliver();
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(transport.delivered()).isEmpty();
    assertThat(desk.rows()).allMatch(row -> row.status() == NoticeStatus.WAITING);
    transport.recover();
    post(received("the next one"));
    assertThat(deliver()).isEqualTo(25);
    assertThat(desk.rows()).allMatch(row -> row.status() == NoticeStatus.SENT);
    assertThat(transport.delivered()).hasSize(25);
  }

  @Test
  void theSecondMailAboutADepositHangsOnTheFirst() throws Exception {
    UUID deposit = new UUID(3, 1);
    OrganisationId school = new OrganisationId(new UUID(1, 1));
    post(received("a").about(school, deposit));
    clock.advance(Duration.ofSeconds(5));
    post(received("b").about(school, deposit));
    deliver();
    List<MimeMessage> both = transport.delivered();
    assertThat(both.get(0).getHeader("In-Reply-To")).isNull();
    assertThat(both.get(1).getHeader("In-Reply-To")).containsExactly(both.get(0).getMessageID());
    assertThat(both.get(1).getHeader("References")).containsExactly(both.get(0).getMessageID());
  }

  @Test
  void onlyTheSystemDelivers() {
    Caller key =
        Caller.key(
            new KeyId(CountingIds.id(1)), new OrganisationId(CountingIds.id(2)), Channel.SFTP, "-");
    assertThatThrownBy(() -> desk.delivery().deliverDue(key)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> desk.ledger().sent(key, CountingIds.id(1)))
        .isInstanceOf(RefusedException.class);
  }
}
