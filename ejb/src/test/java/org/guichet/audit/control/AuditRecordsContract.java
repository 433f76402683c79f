package org.guichet.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditHead;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.audit.entity.ChainHead;
import org.guichet.audit.entity.KeptText;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.SessionId;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface AuditRecordsContract {
  Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  AccountId LEA = new AccountId(new UUID(5, 1));
  OrganisationId ALICE = new OrganisationId(new UUID(1, 1));
  Caller PERSON =
      Caller.person(LEA, ALICE, new SessionId(new UUID(6, 1)), Channel.PAGE, "192.0.2.7");

  AuditRecords entries();

  Units units();

  private AuditRecord entry(long n, Caller caller, AuditEntry said, Instant at) {
    return AuditRecord.write(
        new UUID(7, n),
        caller,
        said,
        new KeptText(caller.account().orElse(null), "o" + n),
        new KeptText(said.subject().person().orElse(null), "d" + n),
        at);
  }

  private void three() {
    AuditEntry made = AuditEntry.of(AuditAction.ACCOUNT_CREATED, AuditSubject.account(LEA));
    AuditEntry stopped =
        AuditEntry.of(AuditAction.KEY_STOPPED, AuditSubject.of(AuditSubject.Type.KEY, "k"))
            .in(ALICE)
            .before(Map.of("state", "good"));
    units().run(() -> entries().add(entry(2, Caller.commandLine(), made, NOON)));
    units().run(() -> entries().add(entry(1, PERSON, stopped, NOON.plusSeconds(1))));
    units().run(() -> entries().add(entry(3, PERSON, made, NOON)));
  }

  private List<Long> ids(List<AuditRecord> rows) {
    return rows.stream().map(row -> row.id().getLeastSignificantBits()).toList();
  }

  private AuditQuery query(PageRequest page) {
    return AuditQuery.all(page);
  }

  @Test
  default void listsTheNewestFirstByPage() {
    three();
    assertThat(ids(entries().list(query(new PageRequest(0, 2))))).containsExactly(1L, 3L);
    assertThat(ids(entries().list(query(new PageRequest(2, 2))))).containsExactly(2L);
    assertThat(entries().count(query(new PageRequest(0, 1)))).isEqualTo(3);
  }

  @Test
  default void narrowsByEachThing() {
    three();
    PageRequest page = PageRequest.from(0);
    Optional<String> lea = Optional.of(LEA.toString());
    AuditQuery all = query(page);
    assertThat(
            ids(
                entries()
                    .list(
                        new AuditQuery(
                            Optional.of(AuditAction.KEY_STOPPED),
                            Optional.of(LEA.value()),
                            Optional.of(ALICE),
                            Optional.of("k"),
                            Optional.of(NOON.plusSeconds(1)),
                            Optional.of(NOON.plusSeconds(2)),
                            page))))
        .containsExactly(1L);
    assertThat(
            ids(
                entries()
                    .list(
                        new AuditQuery(
                            all.action(),
                            all.actor(),
                            all.organisation(),
                            lea,
                            Optional.empty(),
                            Optional.of(NOON),
                            page))))
        .isEmpty();
    assertThat(
            ids(
                entries()
                    .list(
                        new AuditQuery(
                            all.action(),
                            Optional.of(LEA.value()),
                            all.organisation(),
                            lea,
                            Optional.of(NOON),
                            Optional.empty(),
                            page))))
        .containsExactly(3L);
  }

  @Test
  default void handsOutWhatIsUnsealedTheOldestFirst() {
    three();
    assertThat(ids(entries().unsealed(2))).containsExactly(2L, 3L);
    assertThat(entries().countUnsealed()).isEqualTo(3);
    units()
        .run(
            () -> {
              ChainHead head = ChainHead.START;
              for (AuditRecord entry : entries().unsealed(2)) {
                head = AuditChain.next(head, entry);
                entry.seal(head);
              }
            });
    assertThat(ids(entries().unsealed(2))).containsExactly(1L);
    assertThat(ids(entries().sealedAfter(0, 10))).containsExactly(2L, 3L);
    assertThat(ids(entries().sealedAfter(1, 10))).containsExactly(3L);
    assertThat(ids(entries().sealedAfter(0, 1))).containsExactly(2L);
  }

  @Test
  default void saysAgainWhatWasWritten() {
    three();
    AuditRecord row = entries().list(query(new PageRequest(0, 1))).get(0);
    AuditEntry stopped =
        AuditEntry.of(AuditAction.KEY_STOPPED, AuditSubject.of(AuditSubject.Type.KEY, "k"))
            .in(ALICE);
    assertThat(row.canonical())
        .isEqualTo(entry(1, PERSON, stopped, NOON.plusSeconds(1)).canonical());
  }

  @Test
  default void remembersHowFarTheChainGoes() {
    assertThat(entries().head()).isEmpty();
    ChainHead far = new ChainHead(7, ChainHead.START.hash());
    units().run(() -> assertThat(entries().lockHead().head()).isEqualTo(ChainHead.START));
    units().run(() -> entries().lockHead().advance(far, NOON));
    assertThat(entries().head()).contains(far);
    units()
        .run(
            () -> {
              AuditHead head = entries().lockHead();
              assertThat(head.head()).isEqualTo(far);
            });
  }
}
