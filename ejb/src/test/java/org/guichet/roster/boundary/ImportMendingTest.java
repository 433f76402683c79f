package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guichet.roster.entity.ChildCandidate;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowCell;
import org.guichet.roster.entity.RowLook;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.UnclearChild;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportMendingTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final String PUPILS =
      """
      Nom;Prénom;Date de naissance;Classe
      MARTIN;Léa;01/09/2015;CE2 A
      MARTIN;Noé;03/10/2016;CE1
      MARTIN;Léa;11/02/2015;CE2 A
      """;
  private static final String PARENT =
      """
      Nom;Prénom;Nom enfant;Prénom enfant;Classe enfant;Nom enfant;Prénom enfant;Classe enfant
      MARTIN;Anne;MARTIN;Léa;CE2 A;MARTIN;Noé;CE2 B
      """;
  private static final RowRef ANNE = new RowRef(0, 2);

  @TempDir Path data;

  private ImportDesk desk;

  @BeforeEach
  void begin() {
    desk = new ImportDesk(DATABASE, FakeClock.at("2026-11-23T09:00:00Z"), data);
  }

  private RowLook look(UUID id, RowRef ref) {
    return desk.in(() -> desk.mending().look(desk.chief, id, ref)).orElseThrow();
  }

  private boolean edit(UUID id, RowRef ref, Map<Integer, String> cells) {
    boolean done = desk.in(() -> desk.mending().edit(desk.chief, id, ref, cells));
    desk.work();
    return done;
  }

  private boolean choose(UUID id, RowRef ref, String child, ChildChoice choice) {
    boolean done = desk.in(() -> desk.mending().chooseChild(desk.chief, id, ref, child, choice));
    desk.work();
    return done;
  }

  private List<RosterCode> codes(UUID id, RowRef ref) {
    return row(id, ref).findings().stream().map(RosterFinding::code).toList();
  }

  private PlannedRow row(UUID id, RowRef ref) {
    return desk.in(() -> desk.plans().row(desk.chief, id, ref)).orElseThrow();
  }

  @Test
  void editsEveryClassOfATeacher() {
    UUID id = desk.begin();
    desk.add(
        id,
        Profile.TEACHER,
        "enseignants.csv",
        "Nom;Prénom;Classe;Classe;Remarque\nBERGER;Luc;CP;CE1;absent\n");
    desk.plan(id);
    RowRef luc = new RowRef(0, 2);

    assertThat(look(id, luc).cells())
        .extracting(RowCell::field, RowCell::value)
        .containsExactly(
            tuple(RosterField.LAST_NAME, "BERGER"),
            tuple(RosterField.FIRST_NAME, "Luc"),
            tuple(RosterField.CLASS, "CP"),
            tuple(RosterField.CLASS, "CE1"));

    assertThat(edit(id, luc, Map.of(3, "CE2", 4, "présent"))).isTrue();
    assertThat(row(id, luc).classes()).containsExactly("CP", "CE2");
    assertThat(look(id, luc).cells().get(3).value()).isEqualTo("CE2");
    assertThat(edit(id, luc, Map.of(4, "présent"))).as("a column that means nothing").isFalse();
  }

  @Test
  void editsTheSecondChildOfAParent() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(id, Profile.PARENT, "parents.csv", PARENT);
    desk.plan(id);
    assertThat(codes(id, ANNE)).contains(RosterCode.CHILD_AMBIGUOUS, RosterCode.CHILD_NOT_FOUND);

    assertThat(edit(id, ANNE, Map.of(7, "CE1"))).isTrue();

    assertThat(codes(id, ANNE)).doesNotContain(RosterCode.CHILD_NOT_FOUND);
    assertThat(row(id, ANNE).children()).containsExactly("MARTIN Noé (CE1)");
  }

  @Test
  void offersThePupilsWhomAChildMayBeAndLinksTheChosenOne() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(id, Profile.PARENT, "parents.csv", PARENT);
    desk.plan(id);

    List<UnclearChild> children = look(id, ANNE).children();
    assertThat(children)
        .extracting(UnclearChild::shown)
        .containsExactly("MARTIN Léa (CE2 A)", "MARTIN Noé (CE2 B)");
    UnclearChild lea = children.get(0);
    assertThat(lea.candidates())
        .extracting(ChildCandidate::firstName)
        .containsExactly("Léa", "Léa", "Noé");
    ChildCandidate younger =
        lea.candidates().stream()
            .filter(one -> one.birthDate().equals("2015-09-01"))
            .findFirst()
            .orElseThrow();

    assertThat(choose(id, ANNE, lea.key(), younger.choice())).isTrue();
    assertThat(choose(id, ANNE, children.get(1).key(), ChildChoice.NOBODY)).isTrue();

    assertThat(codes(id, ANNE))
        .doesNotContain(RosterCode.CHILD_AMBIGUOUS, RosterCode.CHILD_NOT_FOUND);
    assertThat(look(id, ANNE).children().get(0).chosen()).isEqualTo(younger.choice());
    desk.apply(id, "");
    KnownPerson anne = desk.known(Profile.PARENT).get(0);
    assertThat(anne.children()).containsExactly(younger.choice().person());
  }

  @Test
  void linksAPupilOfTheSameImport() {
    UUID id = desk.begin();
    desk.add(id, Profile.PARENT, "parents.csv", PARENT);
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.plan(id);
    UnclearChild lea = look(id, ANNE).children().get(0);
    RowRef third = new RowRef(1, 4);

    assertThat(choose(id, ANNE, lea.key(), ChildChoice.of(third))).isTrue();
    desk.apply(id, "");

    UUID made =
        desk.known(Profile.PUPIL).stream()
            .filter(one -> one.value(RosterField.BIRTH_DATE).equals("2015-02-11"))
            .map(KnownPerson::id)
            .findFirst()
            .orElseThrow();
    assertThat(desk.known(Profile.PARENT).get(0).children()).containsExactly(made);
  }

  @Test
  void takesNobodyWhoWasntOffered() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(id, Profile.PARENT, "parents.csv", PARENT);
    desk.plan(id);
    String lea = look(id, ANNE).children().get(0).key();

    assertThat(choose(id, ANNE, lea, ChildChoice.of(new UUID(9, 9)))).isFalse();
    assertThat(choose(id, ANNE, lea, ChildChoice.of(new RowRef(0, 2)))).isFalse();
    assertThat(choose(id, ANNE, "|AUTRE||Léa", ChildChoice.NOBODY)).isFalse();
  }

  @Test
  void forgetsWhatWasSaidOfChildrenWhenFilesChange() {
    UUID id = desk.begin();
    desk.add(id, Profile.PARENT, "parents.csv", PARENT);
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.plan(id);
    UnclearChild lea = look(id, ANNE).children().get(0);
    choose(id, ANNE, lea.key(), ChildChoice.of(new RowRef(1, 4)));

    desk.in(() -> desk.drafts().remove(desk.chief, id, 1, "eleves.csv"));
    desk.plan(id);

    assertThat(look(id, ANNE).children()).extracting(UnclearChild::chosen).containsOnlyNulls();
  }
}
