package org.guichet.receipt.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.receipt.ReceiptSamples.ALICE;
import static org.guichet.receipt.ReceiptSamples.ALICES;
import static org.guichet.receipt.ReceiptSamples.BOB;
import static org.guichet.receipt.ReceiptSamples.NOON;
import static org.guichet.receipt.ReceiptSamples.receipt;
import static org.guichet.receipt.ReceiptSamples.subject;
import static org.guichet.receipt.ReceiptSamples.to;

import java.util.List;
import java.util.UUID;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.OutboxEntry;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptNames;
import org.guichet.receipt.entity.Recipient;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface ReceiptsContract {
  Receipts receipts();

  Units units();

  private void give(long n, ReceiptKind kind, String name, Recipient... recipients) {
    NewReceipt given = receipt(n, kind, name, new byte[] {1, 2, 3}, recipients);
    long of = kind == ReceiptKind.RECEPTION ? 0 : 1;
    units()
        .run(
            () -> {
              Receipt issued = Receipt.issue(new UUID(5, n * 10 + of), given, name, NOON);
              receipts().add(issued);
              for (int i = 0; i < recipients.length; i++) {
                UUID id = new UUID(6, n * 100 + of * 10 + i);
                receipts().lay(LaidReceipt.lay(id, issued, recipients[i], NOON));
              }
            });
  }

  private List<String> lying(String folder) {
    return receipts().lying(BOB, folder).stream()
        .map(LaidReceipt::entry)
        .map(OutboxEntry::name)
        .toList();
  }

  @Test
  default void bringsBackAllThatWasGiven() {
    give(1, ReceiptKind.RECEPTION, "accuse.xml", to(BOB, ALICES));

    Receipt found = receipts().find(subject(1), ReceiptKind.RECEPTION).orElseThrow();
    assertThat(found.view().number()).isEqualTo("AR-1");
    assertThat(found.view().ok()).isTrue();
    assertThat(found.view().fileName()).isEqualTo("accuse.xml");
    assertThat(found.view().size()).isEqualTo(3);
    assertThat(found.view().issuedAt()).isEqualTo(NOON);
    assertThat(receipts().find(subject(1), ReceiptKind.PROCESSING)).isEmpty();

    OutboxEntry entry = receipts().lying(BOB, ALICES, "accuse.xml").orElseThrow().entry();
    assertThat(entry.folder()).isEqualTo(ALICES);
    assertThat(entry.at()).isEqualTo(NOON);
    assertThat(entry.receiptNumber()).isEqualTo("AR-1");
    assertThat(entry.sha256()).isEqualTo(found.sha256());
    assertThat(receipts().findLaid(entry.id())).isPresent();
    assertThat(receipts().findLaid(found, BOB)).map(laid -> laid.entry().id()).contains(entry.id());
    assertThat(receipts().findLaid(found, ALICE)).isEmpty();
  }

  @Test
  default void givesOneOfEachKindForASubject() {
    give(1, ReceiptKind.RECEPTION, "a.xml");
    give(1, ReceiptKind.PROCESSING, "b.xml");

    assertThatThrownBy(() -> give(1, ReceiptKind.RECEPTION, "c.xml")).isNotNull();
    assertThat(receipts().bySubject(subject(1)))
        .extracting(Receipt::fileName)
        .containsExactlyInAnyOrder("a.xml", "b.xml");
  }

  @Test
  default void givesANameOnceToASender() {
    give(1, ReceiptKind.RECEPTION, "a.xml");

    ReceiptNames names = new ReceiptNames("a.xml", "a_2.xml");
    units()
        .run(
            () -> {
              assertThat(receipts().freeName(ALICE, names)).isEqualTo("a_2.xml");
              assertThat(receipts().freeName(BOB, names)).isEqualTo("a.xml");
            });
    assertThatThrownBy(() -> give(2, ReceiptKind.RECEPTION, "a.xml")).isNotNull();
  }

  @Test
  default void listsAFolderByNameWithoutWhatIsAcknowledged() {
    give(1, ReceiptKind.RECEPTION, "b.xml", to(BOB, ALICES));
    give(2, ReceiptKind.RECEPTION, "a.xml", to(BOB, ALICES));
    give(3, ReceiptKind.RECEPTION, "c.xml", to(BOB, ""));
    give(4, ReceiptKind.RECEPTION, "d.xml", to(ALICE, ""));
    assertThat(lying(ALICES)).containsExactly("a.xml", "b.xml");
    assertThat(lying("")).containsExactly("c.xml");

    units().run(() -> receipts().lying(BOB, ALICES, "a.xml").orElseThrow().acknowledge(NOON));
    assertThat(lying(ALICES)).containsExactly("b.xml");
    assertThat(receipts().lying(BOB, ALICES, "a.xml")).isEmpty();
  }

  @Test
  default void laysAgainWhatIsGivenAgain() {
    give(1, ReceiptKind.PROCESSING, "a.xml", to(BOB, ""));
    units()
        .run(
            () -> {
              LaidReceipt laid = receipts().lying(BOB, "", "a.xml").orElseThrow();
              laid.acknowledge(NOON);
              laid.layAgain(NOON.plusSeconds(60));
            });

    assertThat(receipts().lying(BOB, "", "a.xml").orElseThrow().entry().at())
        .isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  default void namesThePartnersFoldersInWhichSomethingLies() {
    give(1, ReceiptKind.RECEPTION, "a.xml", to(BOB, "88ZZZ002"));
    give(2, ReceiptKind.RECEPTION, "b.xml", to(BOB, ALICES));
    give(3, ReceiptKind.RECEPTION, "c.xml", to(BOB, ALICES));
    give(4, ReceiptKind.RECEPTION, "d.xml", to(BOB, ""));
    assertThat(receipts().folders(BOB)).containsExactly(ALICES, "88ZZZ002");

    units().run(() -> receipts().lying(BOB, "88ZZZ002", "a.xml").orElseThrow().acknowledge(NOON));
    assertThat(receipts().folders(BOB)).containsExactly(ALICES);
    assertThat(receipts().folders(ALICE)).isEmpty();
  }

  @Test
  default void forgetsASubjectWithItsEntries() {
    give(1, ReceiptKind.RECEPTION, "a.xml", to(BOB, ""), to(ALICE, ""));
    give(2, ReceiptKind.RECEPTION, "b.xml", to(BOB, ""));

    units().run(() -> receipts().removeBySubject(subject(1)));

    assertThat(receipts().bySubject(subject(1))).isEmpty();
    assertThat(lying("")).containsExactly("b.xml");
  }

  @Test
  default void givesNumbersThatGrow() {
    units().run(() -> assertThat(receipts().nextNumber()).isLessThan(receipts().nextNumber()));
  }
}
