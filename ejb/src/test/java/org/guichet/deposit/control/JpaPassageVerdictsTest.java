package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.id;
import static org.guichet.flux.FindingCode.NOT_UTF8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guichet.deposit.DepositTables;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Set-based from end to end, so the database is what is tested. */
class JpaPassageVerdictsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final JpaPassageVerdicts verdicts = new JpaPassageVerdicts();

  @BeforeEach
  void connect() {
    verdicts.em = DATABASE.entityManager();
    JpaDeposits deposits = new JpaDeposits();
    deposits.em = DATABASE.entityManager();
    DepositTables.addOrganisations(DATABASE);
    DATABASE.inTransaction(
        () -> {
          deposits.add(deposit(1, "a"));
          deposits.add(deposit(2, "b"));
          deposits.add(deposit(3, "c"));
        });
  }

  private static UUID attempt(long n) {
    return new UUID(7, n);
  }

  private static Passage passage(int position, @Nullable String idTechnique, Finding... findings) {
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

  /** Attempt {@code n} on deposit {@code n}, with these passages. */
  private void read(long n, Passage... passages) {
    DATABASE.inTransaction(() -> verdicts.add(attempt(n), id(n), List.of(passages)));
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

  private List<PassageVerdict> rejected(long n) {
    List<PassageVerdict> rows = new ArrayList<>();
    DATABASE.inTransaction(() -> verdicts.forEachRejected(attempt(n), rows::add));
    return rows;
  }

  private List<String> accepted(long n) {
    List<String> ids = new ArrayList<>();
    DATABASE.inTransaction(() -> verdicts.forEachAccepted(attempt(n), ids::add));
    return ids;
  }

  @Test
  void bringsBackWhatWasWritten() {
    read(1, passage(1, "T-1"), passage(2, null, blocking()));

    assertThat(rows(1)).containsExactly("1 OK", "2 SCHEMA");
    assertThat(rejected(1))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.idTechnique()).isNull();
              assertThat(row.line()).isEqualTo(20);
              assertThat(FindingsJson.read(row.findings())).containsExactly(blocking());
            });
  }

  @Test
  void refusesThePassagesOfACertificationWithWhichSomethingIsWrong() {
    Finding fault = new Finding(FindingCode.SCHEMA, Severity.CERTIFICATION, 5, 6, "", List.of("f"));
    read(1, passage(1, "T-1"), passage(2, "T-2", blocking()));
    read(2, passage(1, "T-1"));
    DATABASE.inTransaction(
        () -> {
          verdicts.addCertifications(
              attempt(1), id(1), List.of(new Certification(1, null, "RNCP1", fault)));
          verdicts.addCertifications(
              attempt(2), id(2), List.of(new Certification(1, "RNCP", "RNCP1")));
          verdicts.refuseFaultyCertifications(attempt(1));
          verdicts.refuseFaultyCertifications(attempt(2));
        });

    assertThat(rows(1)).containsExactly("1 SCHEMA", "2 SCHEMA");
    assertThat(rejected(1))
        .extracting(row -> FindingsJson.read(row.findings()))
        .containsExactly(List.of(fault), List.of(blocking()));
    assertThat(rows(2)).containsExactly("1 OK");
  }

  /** More than two pages of it, and a page's end in the middle of the others. */
  @Test
  void readsEveryRowOnceInTheOrderOfTheFile() {
    DATABASE.inTransaction(
        () -> {
          for (int batch = 0; batch < 5; batch++) {
            int from = batch * 2_500;
            verdicts.add(
                attempt(1),
                id(1),
                IntStream.rangeClosed(from + 1, from + 2_500)
                    .mapToObj(
                        n -> n % 7 == 0 ? passage(n, "T-" + n, blocking()) : passage(n, "T-" + n))
                    .toList());
          }
        });

    assertThat(accepted(1))
        .isEqualTo(
            IntStream.rangeClosed(1, 12_500)
                .filter(n -> n % 7 != 0)
                .mapToObj(n -> "T-" + n)
                .toList());
    assertThat(rejected(1))
        .extracting(PassageVerdict::passage)
        .isEqualTo(IntStream.rangeClosed(1, 1_785).mapToObj(n -> 7 * n).toList());
    assertThat(DATABASE.inTransaction(() -> verdicts.count(attempt(1))))
        .isEqualTo(new Tally(10_715, 1_785));
  }

  @Test
  void readsAWholePageAndNothingMore() {
    DATABASE.inTransaction(
        () ->
            verdicts.add(
                attempt(1),
                id(1),
                IntStream.rangeClosed(1, 5_000).mapToObj(n -> passage(n, "T-" + n)).toList()));

    assertThat(accepted(1)).hasSize(5_000);
    assertThat(accepted(2)).isEmpty();
  }

  @Test
  void takesAPassageWithNothingButWarnings() {
    read(1, passage(1, "T-1", new Finding(NOT_UTF8, Severity.WARNING, 1, 1, "", List.of())));

    assertThat(rows(1)).containsExactly("1 OK");
  }

  @Test
  void refusesAPassageForItsFirstBlockingFinding() {
    Finding warning = new Finding(NOT_UTF8, Severity.WARNING, 1, 1, "", List.of());
    Finding last = new Finding(FindingCode.AND_MORE, Severity.PASSAGE, 1, 1, "", List.of("1", "2"));
    read(1, passage(1, "T-1", warning, blocking(), last));

    assertThat(rows(1)).containsExactly("1 SCHEMA");
    assertThat(rejected(1))
        .extracting(row -> FindingsJson.read(row.findings()))
        .containsExactly(List.of(warning, blocking(), last));
  }

  /** A file may say at its end that it takes back; what checks said of it until then is void. */
  @Test
  void forgetsWhatContentChecksSaidAndNothingElse() {
    Finding content =
        new Finding(FindingCode.BLANK_NAME, Severity.PASSAGE, 1, 1, "", " ", List.of());
    read(1, passage(1, "T-1", content), passage(2, "T-2", blocking(), content));

    DATABASE.inTransaction(() -> verdicts.forgetContent(attempt(1)));

    assertThat(rows(1)).containsExactly("1 OK", "2 SCHEMA");
  }

  @Test
  void sweepsWhatDeadAttemptsLeft() {
    DATABASE.inTransaction(
        () -> {
          verdicts.add(attempt(1), id(1), List.of(passage(1, "T-1")));
          verdicts.addCertifications(
              attempt(1), id(1), List.of(new Certification(1, "RNCP", "RNCP99901")));
          verdicts.add(attempt(2), id(1), List.of(passage(1, "T-1")));
          verdicts.add(attempt(3), id(3), List.of(passage(1, "T-1")));
          verdicts.sweep(attempt(1));
        });

    assertThat(rows(1)).isEmpty();
    assertThat(rows(2)).hasSize(1);
    assertThat(rows(3)).hasSize(1);
  }

  @Test
  void forgetsAllOfADeposit() {
    read(1, passage(1, "T-1"));
    DATABASE.inTransaction(
        () -> {
          verdicts.addCertifications(attempt(1), id(1), List.of(new Certification(1, null, null)));
          verdicts.sweep(attempt(1));
        });

    assertThat(rows(1)).isEmpty();
  }

  @Test
  void cutsRefusedValuesToWhatARowHolds() {
    String endless = "x".repeat(10_000);
    DATABASE.inTransaction(
        () -> {
          verdicts.add(
              attempt(1),
              id(1),
              List.of(
                  new Passage(
                      1,
                      1,
                      endless,
                      FluxSamples.holder(endless, endless, null),
                      null,
                      1,
                      -1,
                      -1,
                      List.of(blocking()))));
          verdicts.addCertifications(
              attempt(1), id(1), List.of(new Certification(1, endless, endless)));
        });

    assertThat(rejected(1))
        .singleElement()
        .satisfies(row -> assertThat(row.idTechnique()).hasSize(255));
  }

  private List<CauseCount> causes(long n) {
    return DATABASE.inTransaction(() -> ControlBench.findings(DATABASE).causes(attempt(n)));
  }

  @Test
  void countsEachCauseOnceAPassageAndTheGravestOfIt() {
    Finding warning = new Finding(NOT_UTF8, Severity.WARNING, 1, 1, "", List.of("ISO-8859-1"));
    read(1, passage(1, "a", blocking(), blocking(), warning), passage(2, "b", warning));

    assertThat(causes(1))
        .containsExactly(
            new CauseCount(FindingCode.SCHEMA, Severity.PASSAGE, 1),
            new CauseCount(NOT_UTF8, Severity.WARNING, 2));
  }

  @Test
  void filesCausesThatCameLaterOnceHoweverOften() {
    read(1, passage(1, "a"), passage(2, "b", blocking()));
    DATABASE.inTransaction(
        () ->
            DATABASE
                .entityManager()
                .createQuery(
                    "update PassageVerdict v set v.cause = :cause where v.idTechnique = :id")
                .setParameter("cause", FindingCode.DUPLICATE)
                .setParameter("id", "a")
                .executeUpdate());
    for (int i = 0; i < 2; i++) {
      DATABASE.inTransaction(() -> verdicts.fileCauses(attempt(1), 1, 2));
    }

    assertThat(causes(1))
        .containsExactlyInAnyOrder(
            new CauseCount(FindingCode.DUPLICATE, Severity.PASSAGE, 1),
            new CauseCount(FindingCode.SCHEMA, Severity.PASSAGE, 1));
  }

  @Test
  void keepsFaultsOfAHeaderOutOfWhatPassagesHaveOfTheirOwn() {
    DATABASE.inTransaction(
        () -> {
          verdicts.add(attempt(1), id(1), List.of(passage(1, "a"), passage(2, "b", blocking())));
          verdicts.addCertifications(
              attempt(1), id(1), List.of(new Certification(1, "RS", "RS1", faultOfTheHeader())));
          verdicts.refuseFaultyCertifications(attempt(1));
          verdicts.fileCauses(attempt(1), 1, 2);
        });

    PassageFindings findings = ControlBench.findings(DATABASE);
    assertThat(
            DATABASE.inTransaction(
                () ->
                    findings.passagesWith(
                        attempt(1), Set.of(FindingCode.SCHEMA, faultOfTheHeader().code()))))
        .isEqualTo(1);
  }

  private static Finding faultOfTheHeader() {
    return new Finding(FindingCode.MISSING_ELEMENT, Severity.CERTIFICATION, 1, 1, "", List.of("x"));
  }

  @Test
  void sweepsFindingsWithTheirPassages() {
    read(1, passage(1, "a", blocking()));
    DATABASE.inTransaction(() -> verdicts.sweep(attempt(1)));

    assertThat(causes(1)).isEmpty();
  }
}
