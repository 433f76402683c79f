package org.guichet.roster.control.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.roster.entity.Operation.CHANGE;
import static org.guichet.roster.entity.Operation.CREATE;
import static org.guichet.roster.entity.Operation.ERROR;
import static org.guichet.roster.entity.Operation.LEAVE;
import static org.guichet.roster.entity.Operation.LEFT_OUT;
import static org.guichet.roster.entity.Operation.MERGE;
import static org.guichet.roster.entity.Operation.UNCHANGED;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.roster.entity.Candidate;
import org.guichet.roster.entity.ChildFigures;
import org.guichet.roster.entity.ChildLink;
import org.guichet.roster.entity.ClassFigures;
import org.guichet.roster.entity.FieldChange;
import org.guichet.roster.entity.ImportHold;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.MatchReason;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPlanningTest {
  private static final String PUPILS = "Nom;Prénom;Date de naissance;Classe;INE;Courriel\n";
  private static final String PARENTS =
      "Nom;Prénom;Adresse;Courriel;Nom enfant;Prénom enfant;Classe enfant;Nom enfant;Prénom"
          + " enfant;Classe enfant\n";
  private static final String STAFF = "Civilité;Nom;Prénom;Courriel;Classe;Classe\n";

  private PeopleInMemory people = new PeopleInMemory();

  @TempDir private Path folder;

  @BeforeEach
  void noPeople() {
    people = new PeopleInMemory();
  }

  private Import pupils(String rows) {
    return new Import(folder, people).file(Profile.PUPIL, PUPILS + rows);
  }

  private Import parents(String rows) {
    return new Import(folder, people).file(Profile.PARENT, PARENTS + rows);
  }

  @Test
  void createsWhomNobodyKnowsAndThenFindsNothingToChange() {
    String rows =
        "CHARDOT;Benoit;1/9/2015;CE1;;\nCHARDOT;Olivia;01-09-16;CP;123456789AB;o@example.org\n";
    Import first = pupils(rows).done();
    Import again = pupils(rows).plan();

    assertThat(first.operations()).containsExactly(CREATE, CREATE);
    assertThat(first.row(0, 2).read().value(RosterField.BIRTH_DATE)).isEqualTo("2015-09-01");
    assertThat(again.operations()).containsExactly(UNCHANGED, UNCHANGED);
    assertThat(again.row(0, 2).login()).isEqualTo("benoit.chardot");
    assertThat(again.row(0, 2).reason()).isEqualTo(MatchReason.NAMES_AND_BIRTH_DATE);
    assertThat(again.row(0, 3).reason()).isEqualTo(MatchReason.INE);
  }

  @Test
  void saysFieldByFieldWhatChanges() {
    pupils("CHARDOT;Benoit;1/9/2015;CE1;;b@example.org\n").done();

    Import again = pupils("Chardot;Benoît;1/9/2015;CE2;;c@example.org\n").plan();

    assertThat(again.operations()).containsExactly(CHANGE);
    assertThat(again.row(0, 2).changes())
        .containsExactlyInAnyOrder(
            new FieldChange(RosterField.FIRST_NAME, "Benoit", "Benoît"),
            new FieldChange(RosterField.EMAIL, "b@example.org", "c@example.org"),
            new FieldChange(RosterField.CLASS, "CE1", "CE2"));
  }

  @Test
  void changesNothingByAnEmptyCell() {
    pupils("CHARDOT;Benoit;1/9/2015;CE1;123456789AB;b@example.org\n").done();

    assertThat(pupils("CHARDOT;Benoit;1/9/2015;CE1;;\n").plan().operations())
        .containsExactly(UNCHANGED);
  }

  @Test
  void refusesTheThirtyFirstOfFebruaryAndTakesItsCorrectionInTheTable() {
    Import wrong = pupils("A;B;31/02/2015;CE1;;\n").plan();

    assertThat(wrong.operations()).containsExactly(ERROR);
    assertThat(wrong.codes(0, 2)).containsExactly(RosterCode.NOT_A_DAY);
    assertThat(wrong.summary().isApplicable()).isFalse();
    assertThat(wrong.edit(0, 2, 2, "28/02/2015").plan().operations()).containsExactly(CREATE);
    assertThat(wrong.summary().isApplicable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "01/03/2026,FUTURE_DATE,ERROR",
    "01/01/2026,IMPLAUSIBLE_AGE,CREATE",
    "01/01/1912,IMPLAUSIBLE_AGE,CREATE"
  })
  void wondersAboutPupilsWhoArentBornYetOrAreTooOld(
      String date, RosterCode code, Operation operation) {
    Import plan = pupils("A;B;" + date + ";CE1;;\n").plan();

    assertThat(plan.codes(0, 2)).containsExactly(code);
    assertThat(plan.operations()).containsExactly(operation);
  }

  @Test
  void tellsWhatARowLacks() {
    Import plan = pupils(";B;1/9/2015;CE1;;\nA;B;1/9/2015;;;\n").plan();

    assertThat(plan.codes(0, 2)).containsExactly(RosterCode.MISSING_VALUE);
    assertThat(plan.row(0, 3).findings().get(0).field()).isEqualTo(RosterField.CLASS);
  }

  @Test
  void keepsTwoPupilsOfOneNameAndClassWithDifferentDatesApart() {
    String rows = "Dupont;Jean;1/9/2015;CE1;;\nDupont;Jean;2/10/2015;CE1;;\n";
    Import first = pupils(rows).done();

    assertThat(first.operations()).containsExactly(CREATE, CREATE);
    assertThat(first.rows())
        .extracting(PlanRow::login)
        .containsExactly("jean.dupont", "jean.dupont2");
    assertThat(pupils(rows).plan().operations()).containsExactly(UNCHANGED, UNCHANGED);
  }

  @Test
  void asksWhetherTwoJeanDupontOfOneFileAreOne() {
    Import plan =
        new Import(folder, people)
            .file(Profile.TEACHER, STAFF + "M.;Dupont;Jean;;CE1;\nM;DUPONT;JEAN;;CE2;\n")
            .plan();

    assertThat(plan.operations()).containsExactly(CREATE, ERROR);
    assertThat(plan.codes(0, 3)).containsExactly(RosterCode.SAME_PERSON_TWICE);
    assertThat(plan.choose(0, 3, RowChoice.newPerson()).plan().operations())
        .containsExactly(CREATE, CREATE);
    assertThat(plan.choose(0, 3, RowChoice.leftOut()).plan().operations())
        .containsExactly(CREATE, LEFT_OUT);
  }

  @Test
  void doesNotGuessWhichOfTwoHomonymsARowIs() {
    known("Dupont", "Jean", "", "one");
    known("Dupont", "Jean", "", "two");
    Import plan =
        new Import(folder, people).file(Profile.TEACHER, STAFF + "M.;Dupont;Jean;;CE1;\n").plan();

    assertThat(plan.operations()).containsExactly(ERROR);
    assertThat(plan.codes(0, 2)).containsExactly(RosterCode.AMBIGUOUS_PERSON);
    List<Candidate> candidates = plan.row(0, 2).candidates();
    assertThat(candidates).extracting(Candidate::login).containsExactly("one", "two");
    plan.choose(0, 2, RowChoice.same(candidates.get(1).person())).plan();
    assertThat(plan.operations()).containsExactly(CHANGE);
    assertThat(plan.row(0, 2).login()).isEqualTo("two");
  }

  private void known(String last, String first, String email, String login) {
    people.add(
        new KnownPerson(
            new UUID(9, people.size()),
            Profile.TEACHER,
            true,
            false,
            Map.of(
                RosterField.LAST_NAME, last,
                RosterField.FIRST_NAME, first,
                RosterField.CIVILITY, "M.",
                RosterField.EMAIL, email),
            List.of(),
            Set.of(),
            login));
  }

  @Test
  void takesACorrectedDateForTheSamePupilByTheIneAndAsksWithoutIt() {
    pupils("Dupont;Jean;1/9/2015;CE1;123456789AB;\nMartin;Léa;1/9/2015;CE1;;\n").done();

    Import plan =
        pupils("Dupont;Jean;2/9/2015;CE1;123456789AB;\nMartin;Léa;2/9/2015;CE1;;\n").plan();

    assertThat(plan.operations()).containsExactly(CHANGE, ERROR);
    assertThat(plan.row(0, 2).changes())
        .containsExactly(new FieldChange(RosterField.BIRTH_DATE, "2015-09-01", "2015-09-02"));
    assertThat(plan.row(0, 3).candidates())
        .extracting(Candidate::reason)
        .containsExactly(MatchReason.OTHER_BIRTH_DATE);
  }

  @Test
  void givesAnIdThatSomebodyElseHadToNobodyInSilence() {
    pupils("Dupont;Jean;1/9/2015;CE1;123456789AB;\n").done();

    Import plan = pupils("Martin;Zoé;5/5/2016;CP;123456789AB;\n").plan();

    assertThat(plan.codes(0, 2)).containsExactly(RosterCode.AMBIGUOUS_PERSON);
  }

  @Test
  void onlyProposesSomebodyOfTheSameMail() {
    known("Durand", "Anne", "anne@example.org", "anne.durand");

    Import plan =
        new Import(folder, people)
            .file(Profile.TEACHER, STAFF + "Mme;Lefèvre;Anne;Anne@example.org;CE1;\n")
            .plan();

    assertThat(plan.row(0, 2).candidates())
        .extracting(Candidate::reason)
        .containsExactly(MatchReason.EMAIL);
  }

  @Test
  void knowsAPupilAgainWhoComesBack() {
    pupils("Dupont;Jean;1/9/2015;CE1;;\nMartin;Léa;1/9/2015;CE1;;\n").done();
    Import departure = pupils("Martin;Léa;1/9/2015;CE1;;\n").options(true, false).done();
    Import back = pupils("Dupont;Jean;1/9/2015;CE1;;\n").plan();

    assertThat(departure.operations()).containsExactly(UNCHANGED, LEAVE);
    assertThat(back.operations()).containsExactly(CHANGE);
    assertThat(back.row(0, 2).returning()).isTrue();
    assertThat(back.row(0, 2).login()).isEqualTo("jean.dupont");
    assertThat(back.summary().returning()).isEqualTo(1);
  }

  @Test
  void guardsAgainstNearlyAllPupilsLeaving() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      all.append("Nom").append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
      all.append(";Jean;1/9/2015;CE1;;\n");
    }
    pupils(all.toString()).done();
    String three = all.substring(0, all.indexOf("\n", 70) + 1);

    Import few = pupils(three).options(true, false).plan();
    Import nearlyAll = pupils(all.substring(three.length())).options(true, false).plan();

    int kept = three.split("\n", -1).length - 1;
    assertThat(few.summary().departures().get(0).leaving()).isEqualTo(300 - kept);
    assertThat(few.summary().isGuarded()).isTrue();
    assertThat(nearlyAll.summary().departures().get(0).leaving()).isEqualTo(kept);
    assertThat(nearlyAll.summary().isGuarded()).isFalse();
  }

  @Test
  void letsNobodyLeaveWhoseRowIsInError() {
    pupils("Dupont;Jean;1/9/2015;CE1;;\n").done();

    Import plan = pupils("Dupont;Jean;2/9/2015;CE1;;\n").options(true, false).plan();

    assertThat(plan.operations()).containsExactly(ERROR);
  }

  @Test
  void letsOnlyImportedPeopleOfTheFilesProfilesLeave() {
    known("Durand", "Anne", "", "anne.durand");
    pupils("Dupont;Jean;1/9/2015;CE1;;\n").done();

    Import plan = pupils("Martin;Léa;1/9/2015;CE1;;\n").options(true, false).plan();

    assertThat(plan.operations()).containsExactly(CREATE, LEAVE);
  }

  @Test
  void linksParentsToTheirChildrenOfTheSameImportAndOfBefore() {
    pupils("CHARDOT;Olivia;1/9/2016;CP;;\n").done();

    Import plan =
        pupils("CHARDOT;BENOIT;1/9/2015;CLASSE 1;;\n")
            .file(
                Profile.PARENT,
                PARENTS + "CHARDOT;Aline;;;CHARDOT;Benoît;CLASSE 1;CHARDOT;OLIVIA;CP\n")
            .plan();

    assertThat(plan.row(1, 2).children())
        .extracting(ChildLink::row)
        .containsExactly(new RowRef(0, 2), null);
    assertThat(plan.row(1, 2).findings()).isEmpty();
  }

  @Test
  void createsAParentWhoseChildIsNotFoundAndCountsIt() {
    Import plan = parents("CHARDOT;Aline;;;CHARDOT;Benoît;CE1;;;\n").plan();

    assertThat(plan.operations()).containsExactly(CREATE);
    assertThat(plan.summary().findings()).containsEntry(RosterCode.CHILD_NOT_FOUND, 1);
    assertThat(plan.summary().children()).isEqualTo(new ChildFigures(1, 1, 1));
    assertThat(plan.summary().isApplicable()).as("by somebody who has looked").isTrue();
    assertThat(plan.summary().holds()).containsExactly(ImportHold.CHILDREN_MISSING);
  }

  @Test
  void countsNoParentAsAloneWhoHasOneOfTheChildren() {
    Import plan =
        pupils("A;Max;1/9/2015;CE1;;\n")
            .file(
                Profile.PARENT,
                PARENTS + "A;Luc;1 rue X;;A;Max;CE1;A;Eva;CP\nA;LUC;1 RUE X;;A;Zoé;CP;;;\n")
            .plan();

    assertThat(plan.operations()).containsExactly(CREATE, CREATE, MERGE);
    assertThat(plan.summary().children()).isEqualTo(new ChildFigures(3, 2, 0));
  }

  @Test
  void saysWhichChildIsNotClear() {
    Import plan =
        pupils("Dupont;Jean;1/9/2015;CE1;;\nDupont;Jean;2/10/2015;CE1;;\n")
            .file(Profile.PARENT, PARENTS + "Dupont;Anne;;;Dupont;Jean;CE1;;;\n")
            .plan();

    assertThat(plan.codes(1, 2)).containsExactly(RosterCode.CHILD_AMBIGUOUS);
  }

  @Test
  void findsAChildByItsUsageNameAndInBothOfItsClasses() {
    Import plan =
        new Import(folder, people)
            .file(
                Profile.PUPIL,
                """
                Nom;Nom d’usage;Prénom;Date de naissance;Classe;Classe
                Dupont;Martin;Jean;1/9/2015;CE1;ULIS
                """)
            .file(
                Profile.PARENT,
                PARENTS + "Martin;Anne;;;Martin;Jean;ULIS;;;\nDupont;Luc;;;Dupont;Jean;CE1;;;\n")
            .plan();

    assertThat(plan.row(0, 2).read().classes()).containsExactly("CE1", "ULIS");
    assertThat(plan.row(1, 2).children()).hasSize(1);
    assertThat(plan.row(1, 3).children()).hasSize(1);
  }

  @Test
  void findsAChildByTheExternalIdAlone() {
    Import plan =
        new Import(folder, people)
            .file(
                Profile.PUPIL,
                "id;Nom;Prénom;Date de naissance;Classe\nE7;Dupont;Jean;1/9/2015;CE1\n")
            .file(Profile.PARENT, "Nom;Prénom;Identifiant enfant\nDupont;Anne;E7\n")
            .plan();

    assertThat(plan.row(1, 2).children()).hasSize(1);
  }

  @Test
  void proposesOneParentForTwoRowsOfOneAddressAndTwoForTwo() {
    Import plan =
        pupils("A;Max;1/9/2015;CE1;;\nA;Eva;1/9/2016;CP;;\n")
            .file(
                Profile.PARENT,
                PARENTS
                    + "A;Luc;1 rue X;;A;Max;CE1;;;\nA;Luc;1, rue X;;A;Eva;CP;;;\n"
                    + "A;Luc;9 rue Y;;A;Eva;CP;;;\nA;Luc;;l@example.org;A;Max;CE1;;;\n"
                    + "A;LUC;;L@example.org;A;Eva;CP;;;\n")
            .plan();

    assertThat(plan.operations())
        .containsExactly(CREATE, CREATE, CREATE, CREATE, CREATE, CREATE, MERGE);
  }

  @Test
  void mergesRowsOfOneParentWithTheirChildren() {
    Import plan =
        pupils("A;Max;1/9/2015;CE1;;\nA;Eva;1/9/2016;CP;;\n")
            .file(
                Profile.PARENT,
                PARENTS + "A;Luc;1 rue X;;A;Max;CE1;;;\nA;LUC;1 RUE X;;A;Eva;CP;;;\n")
            .plan();

    PlanRow second = plan.row(1, 3);
    assertThat(second.operation()).isEqualTo(MERGE);
    assertThat(second.mergedInto()).isEqualTo(new RowRef(1, 2));
    assertThat(second.children()).hasSize(1);
    assertThat(plan.choose(1, 3, RowChoice.newPerson()).plan().row(1, 3).operation())
        .isEqualTo(CREATE);
  }

  @Test
  void findsSameNameParentsOfTwoAddressesAgain() {
    String rows = "A;Luc;1 rue X;;A;Max;CE1;;;\nA;Luc;9 rue Y;;A;Max;CE1;;;\n";
    pupils("A;Max;1/9/2015;CE1;;\n").done();
    parents(rows).done();

    assertThat(parents(rows).plan().operations()).containsExactly(UNCHANGED, UNCHANGED);
  }

  @Test
  void findsAParentTwiceInAFileUnchangedTheNextTime() {
    String rows = "A;Luc;1 rue X;;A;Max;CE1;;;\nA;Luc;1 rue X;;A;Eva;CP;;;\n";
    pupils("A;Max;1/9/2015;CE1;;\nA;Eva;1/9/2016;CP;;\n").done();
    parents(rows).done();

    Import again = parents(rows).plan();

    assertThat(again.operations()).containsExactly(UNCHANGED, MERGE);
    assertThat(again.row(0, 3).changes()).isEmpty();
  }

  @Test
  void takesClassesThatDifferBySpaceCaseAndAccentForOneInEveryFile() {
    Import plan =
        pupils("A;Max;1/9/2015;CE 1 Été;;\nA;Eva;1/9/2016;CE1 ete;;\n")
            .file(Profile.PARENT, PARENTS + "A;Luc;;;A;Max;ce1-été;;;\n")
            .knownClasses("CE1 Été")
            .plan();

    assertThat(plan.row(0, 2).read().classes()).containsExactly("CE1 Été");
    assertThat(plan.row(0, 3).read().classes()).containsExactly("CE1 Été");
    assertThat(plan.row(1, 2).children()).hasSize(1);
  }

  @Test
  void keepsTheLinksOfParentsWhenAClassIsRenamed() {
    Import plan =
        pupils("A;Max;1/9/2015;CSV1;;\n")
            .file(Profile.PARENT, PARENTS + "A;Luc;;;A;Max;CSV1;;;\n")
            .classAs("CSV1", "CE1 Tilleuls")
            .plan();

    assertThat(plan.row(0, 2).read().classes()).containsExactly("CE1 Tilleuls");
    assertThat(plan.row(1, 2).children()).hasSize(1);
  }

  @Test
  void countsHeadsBeforeAndAfterAndClassesThatGo() {
    pupils("A;Max;1/9/2015;CE1;;\nB;Eva;1/9/2015;CE1;;\nC;Zoé;1/9/2014;CM2;;\n").done();

    Import plan = pupils("A;Max;1/9/2015;CE2;;\nB;Eva;1/9/2015;CE1;;\n").options(true, true).plan();

    assertThat(plan.summary().classes())
        .containsExactly(
            new ClassFigures("CE1", 2, 1, true, false),
            new ClassFigures("CE2", 0, 1, true, false),
            new ClassFigures("CM2", 1, 0, false, true));
  }

  @ParameterizedTest
  @CsvSource({
    "Lecœur,Zoé,zoe.lecoeur",
    "O'BRIEN,José-María,jose-maria.o-brien",
    "MÜLLER-LÉVY,Anne,anne.muller-levy",
    "D’Artagnan,Éloïse Marie,eloise-marie.d-artagnan",
    "李,明,x.x"
  })
  void makesLoginsThatEveryKeyboardHas(String last, String first, String login) {
    Import plan = pupils(last + ";" + first + ";1/9/2015;CE1;;\n").plan();

    assertThat(plan.row(0, 2).login()).isEqualTo(login);
  }

  @Test
  void reservesNoLoginThatIsTakenAnywhere() {
    people.takeLogin("jean.dupont");
    people.takeLogin("jean.dupont2");

    Import plan = pupils("Dupont;Jean;1/9/2015;CE1;;\nDUPONT;Jean;2/9/2015;CE1;;\n").plan();

    assertThat(plan.rows())
        .extracting(PlanRow::login)
        .containsExactly("jean.dupont3", "jean.dupont4");
  }

  @Test
  void keepsOddNamesAsTheyAreAndWarns() {
    Import plan =
        pupils(
                """
                "Dupont;fils";Jean;1/9/2015;CE1;;
                =cmd|x;Jean;1/9/2015;CE1;;
                <script>;Jean;1/9/2015;CE1;;
                '=cmd|x;Jean;2/9/2015;CE1;;
                """)
            .plan();

    assertThat(plan.rows())
        .extracting(row -> row.read().value(RosterField.LAST_NAME))
        .containsExactly("Dupont;fils", "=cmd|x", "<script>", "=cmd|x");
    assertThat(plan.rows())
        .allSatisfy(
            row -> assertThat(row.findings()).anyMatch(f -> f.code() == RosterCode.NAME_ODD));
    assertThat(plan.summary().isApplicable()).isTrue();
  }

  @Test
  void changesNoNameOfAnAccountThatNoImportMade() {
    people.add(
        new KnownPerson(
            new UUID(9, 9),
            Profile.TEACHER,
            false,
            false,
            Map.of(
                RosterField.LAST_NAME, "Durand",
                RosterField.FIRST_NAME, "Anne",
                RosterField.EMAIL, "anne@example.org"),
            List.of(),
            Set.of(),
            "anne.durand"));

    Import plan =
        new Import(folder, people)
            .file(Profile.TEACHER, STAFF + "Mme;Durand;Anne;other@example.org;;\n")
            .plan();

    assertThat(plan.row(0, 2).changes())
        .extracting(FieldChange::field)
        .containsExactly(RosterField.CIVILITY);
    assertThat(plan.codes(0, 2)).contains(RosterCode.PROTECTED_ACCOUNT);
  }
}
