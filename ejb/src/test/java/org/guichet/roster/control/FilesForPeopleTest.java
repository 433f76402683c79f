package org.guichet.roster.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.guichet.platform.entity.SpreadsheetText;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.control.heading.HeaderRecognition;
import org.guichet.roster.control.planning.Import;
import org.guichet.roster.control.planning.PeopleInMemory;
import org.guichet.roster.control.reading.TableFile;
import org.guichet.roster.entity.Heading;
import org.guichet.roster.entity.HeadingWishes;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.TableShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilesForPeopleTest {
  @TempDir private Path folder;

  private static TableShape shape(Path file, Profile profile) throws IOException {
    return new TableFile(file)
        .shape(ReadingWishes.NONE, cell -> HeaderDictionary.shipped().knows(profile, cell));
  }

  private static Heading heading(TableShape shape, Profile profile) {
    return new HeaderRecognition(HeaderDictionary.shipped())
        .recognise(shape, profile, HeadingWishes.NONE);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void templatesAreReadWithoutAWordAgainstThem(Profile profile) throws IOException {
    Templates templates = new Templates(HeaderDictionary.shipped());
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    templates.csv(profile, csv);
    templates.xlsx(profile, xlsx);

    for (ByteArrayOutputStream template : List.of(csv, xlsx)) {
      Path file = Files.write(folder.resolve("template"), template.toByteArray());
      TableShape shape = shape(file, profile);
      assertThat(shape.headers()).filteredOn(header -> header.endsWith("*")).isNotEmpty();
      assertThat(heading(shape, profile).findings()).isEmpty();
      Import plan = new Import(folder, new PeopleInMemory()).file(profile, file).plan();
      assertThat(plan.operations()).containsExactly(Operation.CREATE);
      assertThat(plan.rows().get(0).findings()).filteredOn(RosterFinding::blocks).isEmpty();
    }
  }

  @Test
  void rowsInErrorComeAsAFileThatCanBeCorrectedAndDroppedBack() throws IOException {
    Path file = folder.resolve("pupils.csv");
    Files.writeString(
        file, "Nom;Prénom;Date de naissance;Classe\nA;B;1/9/2015;CE1\n=cmd;Zoé;31/02/2015;CE1\n");
    Import plan = new Import(folder, new PeopleInMemory()).file(Profile.PUPIL, file).plan();
    Map<Long, List<RosterFinding>> errors =
        plan.rows().stream()
            .filter(row -> row.operation() == Operation.ERROR)
            .collect(Collectors.toMap(row -> row.read().ref().line(), PlanRow::findings));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    ErrorRows.write(file, shape(file, Profile.PUPIL), errors, Locale.FRENCH, out);

    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .isEqualTo(
            "\uFEFFNom;Prénom;Date de naissance;Classe;Ligne;Motif du rejet\r\n"
                + "'=cmd;Zoé;31/02/2015;CE1;3;IMP-304 « 31/02/2015 » n’existe pas dans le"
                + " calendrier.\r\n");
    Path back = Files.writeString(folder.resolve("back.csv"), text.replace("31/02", "28/02"));
    assertThat(heading(shape(back, Profile.PUPIL), Profile.PUPIL).findings()).isEmpty();
    Import again = new Import(folder, new PeopleInMemory()).file(Profile.PUPIL, back).plan();
    assertThat(again.operations()).containsExactly(Operation.CREATE);
  }

  @Test
  void slipCodesAreEightCharactersThatNobodyConfuses() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      assertThat(SlipCodes.next(random)).matches("[A-HJ-NP-TV-Z2-9]{8}");
    }
  }

  @ParameterizedTest
  @EnumSource(RosterCode.class)
  void everyFindingSaysWhatHappenedAndWhatToDo(RosterCode code) {
    RosterFinding finding = RosterFinding.at(code, 1, "x", "7", "9");

    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(RosterTexts.what(finding, language)).isNotBlank().doesNotContain("{");
      assertThat(RosterTexts.mend(finding, language)).isNotBlank().doesNotContain("{");
    }
    assertThat(code.number()).matches("IMP-[1-3]\\d\\d");
  }

  @Test
  void cellsThatASpreadsheetWouldCalculateGetAnApostrophe() {
    assertThat(SpreadsheetText.harmless("=cmd")).isEqualTo("'=cmd");
    assertThat(SpreadsheetText.harmless("  +1")).isEqualTo("'  +1");
    assertThat(SpreadsheetText.harmless("\t=1")).isEqualTo("'\t=1");
    assertThat(SpreadsheetText.harmless("Jean-Luc")).isEqualTo("Jean-Luc");
  }
}
