package org.guichet.roster.control.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exports that schools have, as they come. */
class OndeTest {
  private static final String PUPILS =
      Onde.PUPIL_HEADER
          + Onde.pupil("CHARDOT", "Benoît", 1, "CE1 Été")
          + Onde.pupil("CHARDOT", "Éloïse", 2, "CE1 Été")
          + Onde.pupil("DÉSIRÉ", "Hélène", 3, "CM2");

  private static final String GUARDIANS =
      Onde.guardianHeader(2)
          + Onde.guardian(
              "CHARDOT", "Aline", 4, "CHARDOT", "Benoît", "CE1 ETE", "CHARDOT", "Éloïse", "CE1 Été")
          + Onde.guardian("CHARDOT", "François", 4, "CHARDOT", "Benoît", "CE1 Été")
          + Onde.guardian("DÉSIRÉ", "Zoé", 6, "DÉSIRÉ", "Hélène", "CM2");

  @TempDir private Path folder;

  private final PeopleInMemory people = new PeopleInMemory();

  private Import plan(String pupils, String guardians, String encoding) {
    return new Import(folder, people)
        .file(Profile.PUPIL, pupils, encoding)
        .file(Profile.PARENT, guardians, encoding)
        .plan();
  }

  private static void assertAllLinked(Import plan) {
    assertThat(plan.operations()).containsOnly(Operation.CREATE).hasSize(6);
    assertThat(plan.rows()).flatExtracting(PlanRow::findings).isEmpty();
    assertThat(plan.row(1, 2).children()).hasSize(2);
    assertThat(plan.row(1, 3).children()).hasSize(1);
    assertThat(plan.row(1, 4).children()).hasSize(1);
    assertThat(plan.row(0, 3).read().value(RosterField.FIRST_NAME)).isEqualTo("Éloïse");
    assertThat(plan.row(0, 3).read().value(RosterField.INE)).isEqualTo("000000002AB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO-8859-1",
        "ISO-8859-15",
        "windows-1252",
        "x-MacRoman",
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE"
      })
  void readsExportsInEveryEncoding(String encoding) {
    assertAllLinked(plan(PUPILS, GUARDIANS, encoding));
  }

  @Test
  void readsEveryCellQuotedAndASeparatorBehindTheLast() {
    assertAllLinked(plan(Onde.quoted(PUPILS), Onde.quoted(GUARDIANS), "ISO-8859-1"));
  }

  @Test
  void readsWhatAMacOrAnEditorMadeOfTheLineBreaks() {
    assertAllLinked(
        plan(PUPILS.replace("\r\n", "\r"), GUARDIANS.replace("\r\n", "\n"), "windows-1252"));
  }

  @Test
  void readsExportsFromBefore2017() {
    String pupils =
        Onde.OLD_PUPIL_HEADER
            + Onde.oldPupil("CHARDOT", "Benoît", 1, "CE1")
            + Onde.oldPupil("DÉSIRÉ", "Hélène", 3, "CM2");
    Import plan = new Import(folder, people).file(Profile.PUPIL, pupils, "ISO-8859-1").plan();

    assertThat(plan.operations()).containsOnly(Operation.CREATE).hasSize(2);
    assertThat(plan.row(0, 2).read().classes()).containsExactly("CE1");
    assertThat(plan.row(0, 2).read().value(RosterField.CYCLE)).isEqualTo("CYCLE II");
  }

  @Test
  void readsFrenchDatesAndABlankIne() {
    String pupils =
        Onde.PUPIL_HEADER
            + Onde.pupil("CHARDOT", "Benoît", 1, "CE1")
                .replace(Onde.date(1), "02/02/2013")
                .replace("000000001AB", "");
    Import plan = new Import(folder, people).file(Profile.PUPIL, pupils, "ISO-8859-1").plan();

    assertThat(plan.row(0, 2).read().value(RosterField.BIRTH_DATE)).isEqualTo("2013-02-02");
    assertThat(plan.row(0, 2).read().value(RosterField.SEX)).isEqualTo("M");
    assertThat(plan.row(0, 2).findings()).isEmpty();
  }

  @Test
  void readsChildrenCalledPupils() {
    String guardians =
        Onde.guardianHeaderAsPupil(2) + GUARDIANS.substring(GUARDIANS.indexOf("\r\n") + 2);

    assertAllLinked(plan(PUPILS, guardians, "ISO-8859-1"));
  }

  @Test
  void skipsTheHostOrganisationsBelowGuardiansAndSaysSo() {
    Import plan =
        plan(
            PUPILS,
            GUARDIANS + "\r\nIntitulé;Adresse;Cp\r\nCentre aéré;1 rue;75011\r\n",
            "ISO-8859-1");

    assertAllLinked(plan);
    assertThat(plan.summary().fileFindings().get(1))
        .extracting(RosterFinding::code)
        .containsExactly(RosterCode.SECOND_TABLE);
  }

  @Test
  void keepsGuardiansOfOneNameAndTwoAddressesApart() {
    String guardians =
        Onde.guardianHeader(1)
            + Onde.guardian("CHARDOT", "Aline", 4, "CHARDOT", "Benoît", "CE1 Été")
            + Onde.guardian("CHARDOT", "Aline", 5, "CHARDOT", "Éloïse", "CE1 Été")
            + Onde.guardian("CHARDOT", "Aline", 4, "CHARDOT", "Éloïse", "CE1 Été");
    Import plan = plan(PUPILS, guardians, "ISO-8859-1");

    assertThat(plan.operations().subList(3, 6))
        .containsExactly(Operation.CREATE, Operation.CREATE, Operation.MERGE);
  }

  @Test
  void findsNothingToChangeInTheSameExportsAgain() {
    people.follow(plan(PUPILS, GUARDIANS, "ISO-8859-1").rows());

    assertThat(plan(PUPILS, GUARDIANS, "ISO-8859-1").operations())
        .containsOnly(Operation.UNCHANGED);
  }

  @Test
  void plansAHundredThousandRowsWithoutKeepingThem() {
    StringBuilder pupils = new StringBuilder(Onde.PUPIL_HEADER);
    for (int i = 0; i < 100_000; i++) {
      pupils.append(Onde.pupil("NOM" + Integer.toString(i, 26), "Zoé", i, "C" + i / 25));
    }
    Import plan = new Import(folder, people).file(Profile.PUPIL, pupils.toString(), "UTF-8").plan();

    assertThat(plan.summary().count(Profile.PUPIL, Operation.CREATE)).isEqualTo(100_000);
    assertThat(plan.summary().classes()).hasSize(4_000);
  }
}
