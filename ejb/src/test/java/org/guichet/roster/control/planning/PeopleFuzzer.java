package org.guichet.roster.control.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guichet.roster.control.RosterTexts;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.control.heading.HeaderRecognition;
import org.guichet.roster.control.reading.TableFile;
import org.guichet.roster.entity.HeadingWishes;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.TableShape;

/**
 * What must hold for the import of any bytes: nothing is thrown, every row has its operation, and
 * all that is found can be told. Jazzer calls it with bytes of its own.
 */
public final class PeopleFuzzer {
  private PeopleFuzzer() {}

  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("people", ".csv");
    try {
      Files.write(file, bytes);
      plan(file, Profile.PUPIL);
      plan(file, Profile.PARENT);
    } finally {
      Files.delete(file);
    }
  }

  private static void plan(Path file, Profile profile) throws IOException {
    HeaderDictionary dictionary = HeaderDictionary.shipped();
    TableShape shape =
        new TableFile(file).shape(ReadingWishes.NONE, cell -> dictionary.knows(profile, cell));
    shape.findings().forEach(PeopleFuzzer::tell);
    var heading = new HeaderRecognition(dictionary).recognise(shape, profile, HeadingWishes.NONE);
    heading.findings().forEach(PeopleFuzzer::tell);
    PeopleInMemory people = new PeopleInMemory();
    List<PlanRow> rows = new ArrayList<>();
    PlanSummary summary =
        new ImportPlanning(people, people, Import.TODAY)
            .plan(
                ImportRequest.of(
                    List.of(new ImportFile(file, profile, shape, heading.columns())),
                    ClassMapping.AS_WRITTEN),
                rows::add);
    summary.fileFindings().values().forEach(all -> all.forEach(PeopleFuzzer::tell));
    for (PlanRow row : rows) {
      row.findings().forEach(PeopleFuzzer::tell);
      assertThat(row.operation() == Operation.ERROR)
          .isEqualTo(row.findings().stream().anyMatch(RosterFinding::blocks));
      assertThat(row.login().isEmpty()).isEqualTo(row.operation() != Operation.CREATE);
    }
    assertThat(rows.stream().map(row -> row.read().ref()).distinct().count())
        .isEqualTo(rows.size());
  }

  private static void tell(RosterFinding finding) {
    RosterTexts.what(finding, Locale.FRENCH);
    RosterTexts.mend(finding, Locale.ENGLISH);
  }
}
