package org.guichet.receipt.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.receipt.ReceiptSamples.ALICE;
import static org.guichet.receipt.ReceiptSamples.ALICES;
import static org.guichet.receipt.ReceiptSamples.BOB;
import static org.guichet.receipt.ReceiptSamples.NOON;
import static org.guichet.receipt.ReceiptSamples.gist;
import static org.guichet.receipt.ReceiptSamples.receipt;
import static org.guichet.receipt.ReceiptSamples.subject;
import static org.guichet.receipt.ReceiptSamples.to;

import java.util.List;
import java.util.UUID;
import org.guichet.notice.boundary.NoticeDesk;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.platform.entity.Caller;
import org.guichet.receipt.control.InMemoryDigests;
import org.guichet.receipt.control.InMemoryReceipts;
import org.guichet.receipt.entity.DigestEntry;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptOutcome;
import org.guichet.receipt.entity.Recipient;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.GrantedPermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptIssuingTest {
  private static final Caller SYSTEM = Caller.system("test");
  private static final UUID ZOE = new UUID(7, 1);

  private final CountingIds ids = new CountingIds();
  private final FakeClock clock = FakeClock.at(NOON);
  private final NoticeDesk mail = NoticeDesk.inMemory(clock, ids);
  private final InMemoryReceipts receipts = new InMemoryReceipts();
  private final InMemoryDigests digests = new InMemoryDigests();
  private final ReceiptIssuing issuing = new ReceiptIssuing();

  @BeforeEach
  void wire() {
    issuing.receipts = receipts;
    issuing.digests = digests;
    issuing.notices = mail.notices();
    issuing.permissions = GrantedPermissions.of();
    issuing.clock = clock;
    issuing.ids = ids;
  }

  private void issue(ReceiptKind kind, Recipient... recipients) {
    NewReceipt given = receipt(1, kind, kind + ".xml", new byte[] {1}, recipients);
    issuing.issue(SYSTEM, given);
    issuing.issue(SYSTEM, given);
  }

  private void both(MailTiming timing) {
    Recipient reader = to(ALICE, "", ZOE, timing);
    issue(ReceiptKind.RECEPTION, reader); // OK
    issue(ReceiptKind.PROCESSING, reader); // OK in part
  }

  @Test
  void aDepositHasExactlyOneOfEachHoweverOftenTheyAreIssued() {
    both(MailTiming.EACH);
    assertThat(receipts.bySubject(subject(1))).hasSize(2);
    assertThat(receipts.lying(ALICE, "")).hasSize(2);
    assertThat(mail.posted())
        .extracting(notice -> notice.attachments().get(0).name())
        .containsExactly("RECEPTION.xml", "PROCESSING.xml");
    assertThat(mail.posted())
        .extracting(Notice::thread)
        .as("both hang together")
        .allMatch(thread -> thread.orElseThrow().equals(subject(1)));
  }

  @Test
  void whoWantsOnlyKoIsWrittenToWhenSomethingIsToBeMended() {
    both(MailTiming.KO_ONLY);
    assertThat(mail.posted())
        .extracting(notice -> notice.attachments().get(0).name())
        .containsExactly("PROCESSING.xml");
    assertThat(digests.all()).isEmpty();
  }

  @Test
  void whoWantsADigestGetsNoMailNow() {
    both(MailTiming.DAILY);
    assertThat(mail.posted()).isEmpty();
    assertThat(digests.all())
        .extracting(DigestEntry::kind)
        .containsExactly(ReceiptKind.RECEPTION, ReceiptKind.PROCESSING);
    assertThat(receipts.lying(ALICE, "")).as("the outbox is a channel of its own").hasSize(2);
  }

  @Test
  void whoIsMailedToNobodyStillFindsItsReceipts() {
    issue(ReceiptKind.PROCESSING, to(ALICE, ""), to(BOB, ALICES, ZOE, MailTiming.EACH));
    assertThat(receipts.lying(ALICE, "")).hasSize(1);
    assertThat(receipts.lying(BOB, ALICES)).hasSize(1);
    assertThat(mail.posted()).hasSize(1);
    assertThat(mail.posted().get(0).organisation()).contains(BOB);
  }

  @Test
  void aReceiptGivenAgainIsToldOfOnceForEachOccasion() {
    Recipient reader = to(ALICE, "", ZOE, MailTiming.EACH);
    issue(ReceiptKind.PROCESSING, reader);
    for (int i = 0; i < 2; i++) {
      issuing.giveAgain(
          SYSTEM,
          subject(1),
          ReceiptKind.PROCESSING,
          List.of(reader),
          "receipt.processing.again",
          subject(2),
          gist(2, ReceiptOutcome.DUPLICATE));
    }
    assertThat(mail.posted()).hasSize(2);
  }
}
