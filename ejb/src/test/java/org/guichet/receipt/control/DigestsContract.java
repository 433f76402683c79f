package org.guichet.receipt.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.receipt.ReceiptSamples.ALICE;
import static org.guichet.receipt.ReceiptSamples.NOON;
import static org.guichet.receipt.ReceiptSamples.gist;
import static org.guichet.receipt.ReceiptSamples.receipt;
import static org.guichet.receipt.ReceiptSamples.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guichet.receipt.entity.Digest;
import org.guichet.receipt.entity.DigestEntry;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptOutcome;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface DigestsContract {
  UUID ZOE = new UUID(7, 1);
  UUID YAN = new UUID(7, 2);
  Instant EVENING = NOON.plusSeconds(6 * 3600);

  Digests digests();

  Units units();

  private void note(UUID reader, long n, Instant at) {
    Receipt receipt =
        Receipt.issue(
            new UUID(5, n),
            receipt(n, ReceiptKind.PROCESSING, n + ".xml", new byte[0]),
            n + ".xml",
            at);
    units()
        .run(
            () ->
                digests()
                    .note(
                        DigestEntry.note(
                            new UUID(8, reader.getLeastSignificantBits() * 100 + n),
                            ALICE,
                            reader,
                            receipt,
                            subject(n),
                            gist(n, ReceiptOutcome.PARTLY),
                            at)));
  }

  private List<UUID> due(Instant until) {
    List<UUID> due = new ArrayList<>();
    units().run(() -> digests().due(until).forEach(one -> due.add(one.recipient())));
    return due;
  }

  private List<Long> take(long id, UUID reader, Instant until) {
    List<Long> taken = new ArrayList<>();
    units()
        .run(
            () ->
                digests()
                    .take(new Digest(new UUID(6, id), reader, until))
                    .forEach(entry -> taken.add(entry.gist().number())));
    return taken;
  }

  @Test
  default void tellsEachReaderOnceOfWhatWasNotedBefore() {
    note(ZOE, 2, NOON.plusSeconds(2));
    note(ZOE, 1, NOON);
    note(YAN, 1, NOON);
    note(ZOE, 3, EVENING);
    assertThat(due(NOON)).isEmpty();
    assertThat(due(EVENING)).containsExactlyInAnyOrder(ZOE, YAN);
    assertThat(take(1, ZOE, EVENING)).containsExactly(1L, 2L);
    assertThat(due(EVENING)).containsExactly(YAN);
    assertThat(due(EVENING.plusSeconds(86_400))).containsExactlyInAnyOrder(ZOE, YAN);
    assertThat(take(2, ZOE, EVENING.plusSeconds(86_400))).containsExactly(3L);
  }

  @Test
  default void aLateOneWaitsForTheNextDigest() {
    note(ZOE, 1, NOON);
    take(1, ZOE, EVENING);
    note(ZOE, 2, NOON.plusSeconds(9)); // its transaction took longer than the digest
    assertThat(due(EVENING)).isEmpty();
    assertThat(take(2, ZOE, EVENING.plusSeconds(86_400))).containsExactly(2L);
  }

  @Test
  default void aSecondDigestOfOneReaderAndTimeFailsAndTakesNothing() {
    note(ZOE, 1, NOON);
    take(1, ZOE, EVENING);
    note(ZOE, 2, NOON);
    assertThatThrownBy(() -> take(2, ZOE, EVENING)).isInstanceOf(RuntimeException.class);
    assertThat(take(3, ZOE, EVENING.plusSeconds(86_400))).containsExactly(2L);
  }

  @Test
  default void forgetsWhatIsStillToBeTold() {
    note(ZOE, 1, NOON);
    note(YAN, 1, NOON);
    List<Integer> forgotten = new ArrayList<>();
    units().run(() -> forgotten.add(digests().forget(ZOE)));
    assertThat(forgotten).containsExactly(1);
    assertThat(due(EVENING)).containsExactly(YAN);
  }

  @Test
  default void forgetsDigestsOfOldAndNothingThatIsStillToBeTold() {
    note(ZOE, 1, NOON);
    take(1, ZOE, EVENING);
    note(ZOE, 2, NOON.plusSeconds(9));
    note(YAN, 1, NOON);
    take(2, YAN, EVENING.plusSeconds(86_400));
    List<Integer> forgotten = new ArrayList<>();
    units().run(() -> forgotten.add(digests().removeBefore(EVENING.plusSeconds(1), 10)));
    units().run(() -> forgotten.add(digests().removeBefore(EVENING.plusSeconds(1), 10)));
    assertThat(forgotten).containsExactly(1, 0);
    assertThat(take(3, ZOE, EVENING)).as("not told yet").containsExactly(2L);
  }
}
