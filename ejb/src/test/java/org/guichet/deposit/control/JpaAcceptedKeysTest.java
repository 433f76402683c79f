package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.ALICES;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.BOBS;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guichet.deposit.DepositTables;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Set-based from end to end, so the database is what is tested. */
class JpaAcceptedKeysTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final String ISSUER = ALICES.value();
  private static final String CONTRACT = "MCFCER990001";

  private final JpaPassageVerdicts verdicts = new JpaPassageVerdicts();
  private final JpaAcceptedKeys keys = new JpaAcceptedKeys();
  private final JpaDeposits deposits = new JpaDeposits();

  @BeforeEach
  void connect() {
    verdicts.em = DATABASE.entityManager();
    keys.em = DATABASE.entityManager();
    deposits.em = DATABASE.entityManager();
    DepositTables.addOrganisations(DATABASE);
    DATABASE.inTransaction(
        () -> {
          for (long n = 1; n <= 3; n++) {
            deposits.add(deposit(n, "content " + n));
          }
        });
  }

  private static UUID attempt(long n) {
    return new UUID(7, n);
  }

  private static Passage passage(int position, String idTechnique, Finding... findings) {
    return new Passage(
        position,
        1,
        idTechnique,
        FluxSamples.holder("Béranger", null, null),
        LocalDate.of(2026, 1, 15),
        position * 10,
        -1,
        -1,
        List.of(findings));
  }

  private static Finding blocking() {
    return new Finding(FindingCode.SCHEMA, Severity.PASSAGE, 1, 1, "", List.of("x"));
  }

  /** Begins attempt {@code n} on deposit {@code n} of Alice's, with these passages. */
  private void read(long n, Passage... passages) {
    DATABASE.inTransaction(
        () -> {
          deposits.find(id(n)).orElseThrow().start(attempt(n), n);
          verdicts.add(attempt(n), id(n), List.of(passages));
        });
  }

  private void claim(long n) {
    DATABASE.inTransaction(() -> keys.claim(attempt(n), 1, 100, ISSUER));
  }

  /** What makes the claims of an attempt count. */
  private void decide(long n) {
    DATABASE.inTransaction(
        () -> {
          deposits
              .find(id(n))
              .orElseThrow()
              .describe(new FluxHeader("F", FluxAction.CREATION, ISSUER, ISSUER, CONTRACT), ALICE);
          deposits.find(id(n)).orElseThrow().decide(1, 1, NOON);
        });
  }

  private void accept(long n) {
    claim(n);
    decide(n);
  }

  private Set<Integer> refuseDuplicates(long n) {
    return DATABASE.inTransaction(() -> keys.refuseDuplicates(attempt(n), 1, 100, ISSUER));
  }

  private void refuseUnknown(long n, OrganisationId certifier, String contract) {
    DATABASE.inTransaction(() -> keys.refuseUnknown(attempt(n), ISSUER, certifier, contract));
  }

  private void release(long n) {
    DATABASE.inTransaction(() -> keys.release(attempt(n), ISSUER));
  }

  private List<DepositId> takeBack(long n) {
    return DATABASE.inTransaction(() -> keys.takeBack(attempt(n), ISSUER, id(n)));
  }

  private int standing(long n) {
    return DATABASE.inTransaction(() -> keys.standing(id(n)));
  }

  /** Position and cause of each row, in the order of the file: {@code 1 OK, 2 DUPLICATE}. */
  private List<String> rows(long n) {
    return DATABASE.inTransaction(
        () ->
            DATABASE
                .entityManager()
                .createQuery(
                    "select v from PassageVerdict v where v.attempt = :attempt order by v.passage",
                    PassageVerdict.class)
                .setParameter("attempt", attempt(n))
                .getResultStream()
                .map(row -> row.passage() + " " + (row.cause() == null ? "OK" : row.cause()))
                .toList());
  }

  @SuppressWarnings("unchecked") // a native query has no result type
  private List<String> claims() {
    return DATABASE.inTransaction(
        () ->
            DATABASE
                .entityManager()
                .createNativeQuery("select id_technique from key_claim order by id_technique")
                .getResultList());
  }

  @Test
  void refusesAPassageWhoseIdStandsAcceptedFromTheSameIssuer() {
    read(1, passage(1, "T-1"));
    accept(1);
    read(2, passage(1, "T-1"), passage(2, "t-1"), passage(3, "T-1 "));

    assertThat(refuseDuplicates(2)).containsExactly(1);

    assertThat(rows(2)).containsExactly("1 DUPLICATE", "2 OK", "3 OK");
    assertThat(standing(1)).isEqualTo(1);
  }

  @Test
  void takesTheSameIdFromAnotherIssuer() {
    read(1, passage(1, "T-1"));
    accept(1);
    read(2, passage(1, "T-1"));

    DATABASE.inTransaction(
        () -> {
          assertThat(keys.refuseDuplicates(attempt(2), 1, 1, BOBS.value())).isEmpty();
          keys.claim(attempt(2), 1, 1, BOBS.value());
        });

    assertThat(rows(2)).containsExactly("1 OK");
    assertThat(claims()).containsExactly("T-1", "T-1");
  }

  @Test
  void judgesDuplicatesTheSameWhenItIsDoneAgain() {
    read(1, passage(1, "T-1"));
    accept(1);
    read(2, passage(1, "T-1"), passage(2, "T-2"));

    assertThat(refuseDuplicates(2)).containsExactly(1);
    refuseDuplicates(2);

    assertThat(rows(2)).containsExactly("1 DUPLICATE", "2 OK");
  }

  @Test
  void judgesOneBatchAndLeavesTheOthersAlone() {
    read(1, passage(1, "T-1"), passage(2, "T-2"), passage(3, "T-3"));
    accept(1);
    read(2, passage(1, "T-1"), passage(2, "T-2"), passage(3, "T-3"), passage(4, "T-4"));

    DATABASE.inTransaction(
        () -> {
          assertThat(keys.refuseDuplicates(attempt(2), 2, 3, ISSUER)).containsExactly(2, 3);
          keys.claim(attempt(2), 4, 4, ISSUER);
        });

    assertThat(rows(2)).containsExactly("1 OK", "2 DUPLICATE", "3 DUPLICATE", "4 OK");
    assertThat(claims()).containsExactly("T-1", "T-2", "T-3", "T-4");
  }

  @Test
  void claimsCountFromTheVerdictOn() {
    read(1, passage(1, "T-1"), passage(2, "T-2", blocking()), passage(3, "T-3"));
    claim(1);
    assertThat(standing(1)).isZero();
    read(2, passage(1, "T-1"));
    assertThat(refuseDuplicates(2)).as("as a trial would ask").isEmpty();

    decide(1);

    assertThat(standing(1)).isEqualTo(2);
    assertThat(refuseDuplicates(2)).containsExactly(1);
  }

  @Test
  void claimsAllGoodPassagesOrNone() {
    read(1, passage(1, "T-3"));
    accept(1);
    read(2, passage(1, "T-4"), passage(2, "T-3"));

    assertThatThrownBy(() -> claim(2)).isNotNull();

    assertThat(claims()).containsExactly("T-3");
  }

  @Test
  void refusesAClaimBesideOneThatDoesntCountYet() {
    read(1, passage(1, "T-1"));
    claim(1);
    read(2, passage(1, "T-1"));

    assertThatThrownBy(() -> claim(2)).isNotNull();
  }

  @Test
  void releasesWhatADeadAttemptClaimedAndNothingElse() {
    read(1, passage(1, "T-1"));
    accept(1);
    read(2, passage(1, "T-2"), passage(2, "T-1", blocking()));
    claim(2);

    release(2);
    release(2);
    assertThat(claims()).containsExactly("T-1");

    read(3, passage(1, "T-2"));
    assertThat(refuseDuplicates(3)).isEmpty();
    accept(3);
    assertThat(standing(3)).isEqualTo(1);
  }

  @Test
  void releasesMoreThanAPageOfClaims() {
    read(
        1,
        IntStream.rangeClosed(1, 5_001)
            .mapToObj(n -> passage(n, "T-" + n))
            .toArray(Passage[]::new));
    DATABASE.inTransaction(() -> keys.claim(attempt(1), 1, 5_001, ISSUER));

    release(1);

    assertThat(claims()).isEmpty();
  }

  @Test
  void takesBackWhatIsNamedAndFreesItsId() {
    read(1, passage(1, "T-1"), passage(2, "T-2"));
    accept(1);
    read(2, passage(1, "T-2"), passage(2, "T-unknown"), passage(3, "T-2"));
    refuseUnknown(2, ALICE, CONTRACT);
    assertThat(rows(2)).containsExactly("1 OK", "2 NOTHING_TO_TAKE_BACK", "3 NOTHING_TO_TAKE_BACK");

    assertThat(takeBack(2)).containsExactly(id(1));

    assertThat(standing(1)).isEqualTo(1);
    assertThat(withdrawn(1)).containsExactly(2);
    read(3, passage(1, "T-2"));
    assertThat(refuseDuplicates(3)).isEmpty();
    accept(3);
    assertThat(standing(3)).isEqualTo(1);
  }

  @SuppressWarnings("unchecked") // a native query has no result type
  private List<Integer> withdrawn(long n) {
    return DATABASE.inTransaction(
        () ->
            DATABASE
                .entityManager()
                .createNativeQuery(
                    "select passage from passage_verdict where attempt = ?1 and withdrawn_by = ?2")
                .setParameter(1, attempt(n))
                .setParameter(2, id(2).value())
                .getResultList());
  }

  @Test
  void takesBackOnlyWhatWasAcceptedForThisCertifierAndContract() {
    read(1, passage(1, "T-1"));
    accept(1);
    read(2, passage(1, "T-1"));
    read(3, passage(1, "T-1"));

    refuseUnknown(2, BOB, CONTRACT);
    refuseUnknown(3, ALICE, "MCFCER990009");

    assertThat(rows(2)).containsExactly("1 NOTHING_TO_TAKE_BACK");
    assertThat(rows(3)).containsExactly("1 NOTHING_TO_TAKE_BACK");
  }

  @Test
  void takesBackNothingOfAnAttemptThatDoesntCount() {
    read(1, passage(1, "T-1"));
    claim(1);
    read(2, passage(1, "T-1"));

    assertThat(takeBack(2)).isEmpty();

    refuseUnknown(2, ALICE, CONTRACT);
    assertThat(rows(2)).containsExactly("1 NOTHING_TO_TAKE_BACK");
    assertThat(claims()).containsExactly("T-1");
  }

  @Test
  void takesBackFromEveryDepositThatIsTouched() {
    read(1, passage(1, "T-1"));
    accept(1);
    read(2, passage(1, "T-2"));
    accept(2);
    read(3, passage(1, "T-1"), passage(2, "T-2"));
    refuseUnknown(3, ALICE, CONTRACT);

    assertThat(takeBack(3)).containsExactlyInAnyOrder(id(1), id(2));

    assertThat(standing(1)).isZero();
    assertThat(standing(2)).isZero();
  }

  @Test
  void findsWhereAPassageStandsAcceptedAmongOnesOwnAndAmongAll() {
    read(1, passage(1, "A-1"), passage(2, "A-2"));
    accept(1);
    read(2, passage(1, "A-3"));
    claim(2);

    assertThat(holding(Optional.of(ISSUER), "A-1")).containsExactly(id(1));
    assertThat(holding(Optional.empty(), "A-2")).containsExactly(id(1));
    assertThat(holding(Optional.of(BOBS.value()), "A-1")).isEmpty();
    assertThat(holding(Optional.empty(), "A-3")).as("only claimed").isEmpty();
    assertThat(holding(Optional.empty(), "a-1")).isEmpty();
  }

  private List<DepositId> holding(Optional<String> issuer, String idTechnique) {
    return DATABASE.inTransaction(() -> keys.holding(issuer, idTechnique, 5));
  }
}
