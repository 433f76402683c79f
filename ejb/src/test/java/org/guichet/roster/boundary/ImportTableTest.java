package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The table of a report counts what is there, whatever was said about rows before. */
class ImportTableTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final int PUPILS = 40;
  private static final int PARENTS = 30;
  private static final int STEPS = 6;
  private static final String[] NAMES = {"MARTIN", "LECŒUR", "D'Ormesson", "ROY", "PETIT", ""};
  private static final String[] DATES = {"01/09/2015", "12/03/2016", "31/02/2015", ""};
  private static final String[] LABELS = {"CE1 A", "CE1 B", "CE2"};

  @TempDir Path data;

  private final Random random = new Random(8);
  private ImportDesk desk;

  @BeforeEach
  void open() {
    desk = new ImportDesk(DATABASE, FakeClock.at("2026-02-01T12:00:00Z"), data);
  }

  private String any(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String pupils() {
    StringBuilder text = new StringBuilder("Nom;Prénom;Date de naissance;Classe\n");
    for (int i = 0; i < PUPILS; i++) {
      text.append(any(NAMES)).append(";P").append((char) ('A' + i % 26)).append(';');
      text.append(any(DATES)).append(';').append(any(LABELS)).append('\n');
    }
    return text.toString();
  }

  private String parents() {
    StringBuilder text = new StringBuilder("Nom;Prénom;Nom enfant;Prénom enfant;Classe enfant\n");
    for (int i = 0; i < PARENTS; i++) {
      text.append(any(NAMES)).append(";Anne;").append(any(NAMES)).append(";P");
      text.append((char) ('A' + random.nextInt(26))).append(';').append(any(LABELS)).append('\n');
    }
    return text.toString();
  }

  @Test
  void countsWhatIsThereAfterEditsAndChoices() {
    desk.imported(
        Profile.PUPIL,
        "Nom;Prénom;Date de naissance;Classe\nMARTIN;PA;01/09/2015;CE1 A\nROY;PB;12/03/2016;CE2\n");
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", pupils());
    desk.add(id, Profile.PARENT, "parents.csv", parents());
    PlanSummary summary = desk.plan(id);
    countsAll(id, summary);
    for (int step = 0; step < STEPS; step++) {
      act(id);
      countsAll(id, desk.plan(id));
    }
    assertThat(desk.<Integer>in(() -> desk.plans().leaveOutErrors(desk.chief, id))).isPositive();
    summary = desk.plan(id);
    assertThat(summary.count(Operation.ERROR)).isZero();
    countsAll(id, summary);

    desk.apply(id, "IMPORTER");

    countsAll(id, desk.find(id).summary().orElseThrow());
  }

  @Test
  void countsNothingOfAnImportThatWasGivenUp() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", pupils());
    desk.plan(id);

    assertThat(desk.<Boolean>in(() -> desk.drafts().cancel(desk.chief, id))).isTrue();

    assertThat(desk.rows(id, PlanQuery.all(PageRequest.from(0))))
        .isEqualTo(new Page<>(List.of(), 0));
    assertThat(desk.labels(id)).isEmpty();
    long kept =
        DATABASE.inTransaction(
            () ->
                ((Number)
                        DATABASE
                            .entityManager()
                            .createNativeQuery("select count(*) from roster_row_block")
                            .getSingleResult())
                    .longValue());
    assertThat(kept).isZero();
  }

  private void act(UUID id) {
    int file = random.nextInt(2);
    RowRef ref = new RowRef(file, 2 + random.nextInt(file == 0 ? PUPILS : PARENTS));
    switch (random.nextInt(4)) {
      case 0 -> edit(id, ref, Map.of(0, any(NAMES), 1, "Zoé"));
      case 1 -> edit(id, ref, Map.of(3, any(LABELS)));
      case 2 -> desk.in(() -> desk.plans().choose(desk.chief, id, ref, RowChoice.leftOut()));
      default -> desk.in(() -> desk.plans().reconsider(desk.chief, id, ref));
    }
  }

  private void edit(UUID id, RowRef ref, Map<Integer, String> cells) {
    desk.in(() -> desk.mending().edit(desk.chief, id, ref, cells));
  }

  /** Each filter on its own, and each profile with each operation, beside the rows themselves. */
  private void countsAll(UUID id, PlanSummary summary) {
    List<PlannedRow> rows = desk.rows(id);
    assertThat(desk.rows(id, PlanQuery.all(new PageRequest(3, 1))).total()).isEqualTo(rows.size());
    for (Profile profile : Profile.values()) {
      for (Operation operation : Operation.values()) {
        long found =
            found(
                id,
                rows,
                row -> row.profile() == profile && row.operation() == operation,
                query("", Optional.of(profile), Optional.of(operation), "", Optional.empty()));
        assertThat(found).isEqualTo(summary.count(profile, operation));
      }
    }
    for (Operation operation : Operation.values()) {
      long found =
          found(
              id,
              rows,
              row -> row.operation() == operation,
              query("", Optional.empty(), Optional.of(operation), "", Optional.empty()));
      assertThat(found).isEqualTo(summary.count(operation));
    }
    for (RosterCode code : RosterCode.values()) {
      found(
          id,
          rows,
          row -> row.findings().stream().anyMatch(one -> one.code() == code),
          query("", Optional.empty(), Optional.empty(), "", Optional.of(code)));
    }
    for (String label : LABELS) {
      found(
          id,
          rows,
          row -> row.classes().contains(label),
          query("", Optional.empty(), Optional.empty(), label, Optional.empty()));
    }
    found(
        id,
        rows,
        row -> row.value(RosterField.LAST_NAME).equalsIgnoreCase("LECŒUR"),
        query("coeur", Optional.empty(), Optional.empty(), "", Optional.empty()));
    assertThat(desk.labels(id))
        .containsExactlyElementsOf(
            rows.stream()
                .flatMap(row -> row.classes().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private long found(
      UUID id, List<PlannedRow> rows, Predicate<PlannedRow> wanted, PlanQuery query) {
    Page<PlannedRow> page = desk.rows(id, query);
    assertThat(page.rows())
        .as("%s", query)
        .containsExactlyElementsOf(rows.stream().filter(wanted).toList());
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.total();
  }

  private static PlanQuery query(
      String name,
      Optional<Profile> profile,
      Optional<Operation> operation,
      String label,
      Optional<RosterCode> code) {
    return new PlanQuery(name, profile, operation, label, code, PageRequest.from(0));
  }
}
