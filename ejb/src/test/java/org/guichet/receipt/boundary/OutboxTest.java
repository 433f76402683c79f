package org.guichet.receipt.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.receipt.ReceiptSamples.ALICE;
import static org.guichet.receipt.ReceiptSamples.ALICES;
import static org.guichet.receipt.ReceiptSamples.BOB;
import static org.guichet.receipt.ReceiptSamples.NOON;
import static org.guichet.receipt.ReceiptSamples.receipt;
import static org.guichet.receipt.ReceiptSamples.to;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.guichet.platform.control.LocalFileStore;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.control.InMemoryReceipts;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.OutboxEntry;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.Recipient;
import org.guichet.testing.FakeClock;
import org.guichet.testing.GrantedPermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {
  private static final Caller ALICES_KEY = key(ALICE);
  private static final Caller BOBS_KEY = key(BOB);

  @TempDir Path data;
  private final InMemoryReceipts receipts = new InMemoryReceipts();
  private LocalFileStore store;

  private static Caller key(OrganisationId organisation) {
    return Caller.key(new KeyId(new UUID(4, 1)), organisation, Channel.SFTP, "192.0.2.7");
  }

  /** An outbox whose callers have these permissions in their own organisation. */
  private Outbox letting(Permission... granted) {
    Outbox outbox = new Outbox();
    outbox.receipts = receipts;
    outbox.files = store;
    outbox.permissions = GrantedPermissions.of(granted);
    outbox.clock = FakeClock.at(NOON);
    return outbox;
  }

  private Outbox open() {
    return letting(Permission.RECEIPT_READ, Permission.RECEIPT_ACKNOWLEDGE);
  }

  @BeforeEach
  void twoReceiptsForAliceAndOneOfThemForBobToo() throws IOException {
    store = new LocalFileStore(data);
    lay(1, "accuse.xml", "one", to(ALICE, ""));
    lay(2, "rapport.xml", "two", to(ALICE, ""), to(BOB, ALICES));
  }

  private void lay(long n, String name, String text, Recipient... recipients) throws IOException {
    NewReceipt given = receipt(n, ReceiptKind.RECEPTION, name, text.getBytes(UTF_8), recipients);
    store.write(out -> out.write(text.getBytes(UTF_8)));
    Receipt issued = Receipt.issue(new UUID(5, n), given, name, NOON);
    receipts.add(issued);
    for (int i = 0; i < recipients.length; i++) {
      receipts.lay(LaidReceipt.lay(new UUID(6, n * 10 + i), issued, recipients[i], NOON));
    }
  }

  private static List<String> names(Outbox outbox, Caller caller, String folder) {
    return outbox.list(caller, folder).stream().map(OutboxEntry::name).toList();
  }

  @Test
  void showsEachItsOwnDropsAndItsPartnersFolders() {
    assertThat(names(open(), ALICES_KEY, "")).containsExactly("accuse.xml", "rapport.xml");
    assertThat(open().folders(ALICES_KEY)).isEmpty();
    assertThat(names(open(), BOBS_KEY, "")).isEmpty();
    assertThat(open().folders(BOBS_KEY)).containsExactly(ALICES);
    assertThat(names(open(), BOBS_KEY, ALICES)).containsExactly("rapport.xml");
  }

  @Test
  void givesTheBytesOfAnEntryToItsRecipient() throws IOException {
    OutboxEntry entry = open().find(BOBS_KEY, ALICES, "rapport.xml").orElseThrow();

    try (SeekableByteChannel bytes = open().open(BOBS_KEY, entry.id())) {
      ByteBuffer read = ByteBuffer.allocate((int) entry.size());
      bytes.read(read);
      assertThat(new String(read.array(), UTF_8)).isEqualTo("two");
    }
  }

  @Test
  void letsEachAcknowledgeForItselfOnly() {
    OutboxEntry entry = open().find(BOBS_KEY, ALICES, "rapport.xml").orElseThrow();

    open().acknowledge(BOBS_KEY, entry.id());
    open().acknowledge(BOBS_KEY, entry.id());

    assertThat(names(open(), BOBS_KEY, ALICES)).isEmpty();
    assertThat(open().folders(BOBS_KEY)).isEmpty();
    assertThat(names(open(), ALICES_KEY, "")).contains("rapport.xml");
  }

  @Test
  void givesNobodyTheEntriesOfOthersAndDoesntEvenSayThatTheyAreThere() {
    UUID alices = open().find(ALICES_KEY, "", "accuse.xml").orElseThrow().id();

    for (UUID entry : List.of(alices, new UUID(0, 0))) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> open().open(BOBS_KEY, entry))
          .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_RECEIPT));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> open().acknowledge(BOBS_KEY, entry))
          .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_RECEIPT));
    }
    assertThat(names(open(), ALICES_KEY, "")).contains("accuse.xml");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECEIPT_READ")
  void readsNothingWithoutThePermission(Permission other) {
    Outbox locked = letting(other);
    UUID entry = new UUID(6, 10);

    for (Asking asking :
        List.<Asking>of(
            () -> locked.folders(ALICES_KEY),
            () -> locked.list(ALICES_KEY, ""),
            () -> locked.find(ALICES_KEY, "", "accuse.xml"),
            () -> locked.open(ALICES_KEY, entry))) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(asking::ask)
          .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECEIPT_ACKNOWLEDGE")
  void acknowledgesNothingWithoutThePermission(Permission other) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> letting(other).acknowledge(ALICES_KEY, new UUID(6, 10)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
  }

  @Test
  void hasNothingForACallerWithoutAnOrganisation() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> open().folders(Caller.system("timer")));
  }

  /** Something that a door asks of the outbox. */
  private interface Asking {
    void ask() throws IOException;
  }
}
