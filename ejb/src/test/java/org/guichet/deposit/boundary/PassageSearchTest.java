package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.entity.DepositKind.REAL;
import static org.guichet.deposit.entity.DepositKind.TRIAL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guichet.audit.entity.AuditAction;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.PassageHit;
import org.guichet.deposit.entity.PassageHits;
import org.guichet.deposit.entity.PassageKey;
import org.guichet.deposit.entity.PassageQuery;
import org.guichet.deposit.entity.PassageQuery.By;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** All holders of these tests are called Béranger. Alice certifies; Bob drops for her. */
class PassageSearchTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Optional<OrganisationId> ALL = Optional.empty();
  private static final Caller OPERATOR = Caller.commandLine();

  @TempDir Path data;
  private final RecordingTrail trail = new RecordingTrail();
  private WorkedDesk desk;
  private Optional<OrganisationId> alice;
  private Optional<OrganisationId> bob;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
    alice = Optional.of(desk.bench.alice.id());
    bob = Optional.of(desk.bench.bob.id());
  }

  private PassageSearch search(Permission... granted) {
    PassageSearch search = new PassageSearch();
    search.index = ControlBench.index(DATABASE);
    search.audit = trail;
    search.permissions = GrantedPermissions.of(granted);
    return search;
  }

  private PassageHits find(Optional<OrganisationId> reader, PassageQuery query) {
    return desk.in(() -> search(Permission.DEPOSIT_VIEW).find(OPERATOR, reader, query));
  }

  private PassageHits find(Optional<OrganisationId> reader, By by, String text) {
    return find(reader, PassageQuery.of(by, text, 10));
  }

  private DepositView judged(int good, int bad) {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), good, bad);
    desk.catchUp();
    return deposit;
  }

  @Test
  void findsAPassageByItsIdForItsDropperItsCertifierAndWhoMaySeeAll() {
    DepositView deposit = judged(1, 1);
    for (int position = 1; position <= 2; position++) {
      String id = WorkedDesk.idTechnique(deposit, position);
      for (Optional<OrganisationId> reader : List.of(alice, bob, ALL)) {
        assertThat(find(reader, By.ID, " " + id + " ").rows())
            .extracting(PassageHit::key)
            .containsExactly(new PassageKey(deposit.number(), position));
      }
    }
    assertThat(find(bob, By.ID, "absent").rows()).isEmpty();
    assertThat(trail.written()).isEmpty();
  }

  @Test
  void hidesPassagesOfOthersByIdToo() {
    DepositView own = desk.judge(desk.drop(desk.bench.alice, REAL), 1, 0);
    desk.catchUp();
    assertThat(find(bob, By.ID, WorkedDesk.idTechnique(own, 1)).rows()).isEmpty();
    assertThat(find(bob, By.NAME, "Béranger").rows()).isEmpty();
  }

  @Test
  void findsByTheBeginningOfANameWhateverItsCaseAndAccentsAmongTheOwnDepositsOnly() {
    judged(2, 1);
    for (String name : List.of("BERANGER", "béran", "Bé")) {
      PassageHits hits = find(bob, By.NAME, name);
      assertThat(hits.rows()).hasSize(3);
      assertThat(hits.counted()).isEqualTo(3);
      assertThat(hits.rows().get(0).holder())
          .hasValueSatisfying(h -> assertThat(h).startsWith("BERANGER"));
    }
    assertThat(find(alice, By.NAME, "béran").rows()).isEmpty(); // she certifies, he dropped
    assertThat(find(ALL, By.NAME, "béran").rows()).isEmpty();
    assertThat(find(bob, By.NAME, "b").rows()).isEmpty();
    assertThat(find(bob, By.NAME, "éranger").rows()).isEmpty();
  }

  @Test
  void goesOnBehindTheLastRowOfAPart() {
    DepositView deposit = judged(5, 0);
    PassageHits first = find(bob, PassageQuery.of(By.NAME, "ber", 2));
    PassageKey last = first.rows().get(1).key();
    PassageHits second = find(bob, new PassageQuery(By.NAME, "ber", "", Optional.of(last), 2));
    PassageHits third =
        find(bob, new PassageQuery(By.NAME, "ber", "", Optional.of(second.rows().get(1).key()), 2));

    assertThat(first.more()).isTrue();
    assertThat(first.counted()).isEqualTo(5);
    assertThat(second.rows())
        .extracting(PassageHit::key)
        .containsExactly(new PassageKey(deposit.number(), 3), new PassageKey(deposit.number(), 4));
    assertThat(third.rows()).hasSize(1);
    assertThat(third.more()).isFalse();
  }

  @Test
  void beginsAnewBehindAPassageOfSomebodyElseSoThatNobodyLearnsItsName() {
    DepositView own = judged(2, 0);
    DepositView other = desk.judge(desk.drop(desk.bench.alice, REAL), 1, 0);
    desk.catchUp();

    PassageHits hits =
        find(
            bob,
            new PassageQuery(
                By.NAME, "ber", "", Optional.of(new PassageKey(other.number(), 1)), 10));

    assertThat(hits.rows())
        .extracting(PassageHit::key)
        .containsExactly(new PassageKey(own.number(), 1), new PassageKey(own.number(), 2));
  }

  @Test
  void writesIntoTheAuditThatNamesWereSearchedButNotWhich() {
    judged(1, 0);
    find(bob, By.NAME, "Béranger");

    assertThat(trail.written()).hasSize(1);
    assertThat(trail.written().get(0).action()).isEqualTo(AuditAction.HOLDERS_SEARCHED);
    assertThat(trail.written().get(0).after()).isEqualTo(Map.of("found", "1"));
    assertThat(trail.written().get(0).toString().toUpperCase(Locale.ROOT)).doesNotContain("RANGER");
  }

  @Test
  void findsNoTrialsAndNothingBeforeTheVerdictsPassagesAreListed() {
    desk.judge(desk.drop(desk.bench.bob, TRIAL), 1, 0);
    desk.catchUp();
    assertThat(find(bob, By.NAME, "Béranger").rows()).isEmpty();

    desk.judge(desk.drop(desk.bench.bob, REAL), 1, 0);
    assertThat(find(bob, By.NAME, "Béranger").rows()).isEmpty();
    desk.catchUp();
    desk.catchUp(); // again is harmless
    assertThat(find(bob, By.NAME, "Béranger").rows()).hasSize(1);
  }

  @Test
  void forgetsNamesWithTheFileThatToldThem() {
    DepositView deposit = judged(2, 0);
    assertThat(desk.afterVerdict().forgetNames(WorkedDesk.SYSTEM)).isZero();
    desk.run(
        () ->
            ControlBench.deposits(DATABASE)
                .find(deposit.id())
                .ifPresent(found -> found.forgetFile()));

    assertThat(desk.afterVerdict().forgetNames(WorkedDesk.SYSTEM)).isOne();
    assertThat(find(bob, By.NAME, "Béranger").rows()).isEmpty();
    assertThat(find(bob, By.ID, WorkedDesk.idTechnique(deposit, 2)).rows()).hasSize(1);
    Number names =
        (Number)
            desk.in(
                () ->
                    DATABASE
                        .entityManager()
                        .createNativeQuery(
                            "select count(*) from passage_verdict where last_name is not null")
                        .getSingleResult());
    assertThat(names.intValue()).isZero();
    assertThat(desk.afterVerdict().forgetNames(WorkedDesk.SYSTEM)).isZero();
  }

  @Test
  void asksForTheRight() {
    Caller key = SpoolBench.key(desk.bench.bob);
    PassageQuery query = PassageQuery.of(By.ID, "x", 1);
    for (Optional<OrganisationId> reader : List.of(alice, ALL)) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> search(Permission.DEPOSIT_VIEW).find(key, reader, query));
    }
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> search(Permission.RECEIPT_READ).find(key, bob, query));
  }
}
