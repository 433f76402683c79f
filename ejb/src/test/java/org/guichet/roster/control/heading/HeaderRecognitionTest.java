package org.guichet.roster.control.heading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guichet.roster.entity.ColumnMapping;
import org.guichet.roster.entity.ColumnMapping.Reason;
import org.guichet.roster.entity.Guess;
import org.guichet.roster.entity.Heading;
import org.guichet.roster.entity.HeadingWishes;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.SourceRow;
import org.guichet.roster.entity.TableShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderRecognitionTest {
  private final HeaderRecognition recognition = new HeaderRecognition(HeaderDictionary.shipped());

  private static TableShape shape(String header, String... rows) {
    return new TableShape(
        false,
        new Guess<>("UTF-8", Guess.Reason.ONLY_ASCII),
        new Guess<>(';', Guess.Reason.KNOWN_HEADERS),
        new Guess<>(1L, Guess.Reason.KNOWN_HEADERS),
        Arrays.asList(header.split(";", -1)),
        Arrays.stream(rows)
            .map(row -> new SourceRow(2, Arrays.asList(row.split(";", -1))))
            .toList(),
        List.of());
  }

  private Heading pupils(String header, String... rows) {
    return recognition.recognise(shape(header, rows), Profile.PUPIL, HeadingWishes.NONE);
  }

  private static List<RosterField> fields(Heading heading) {
    return heading.columns().stream().map(ColumnMapping::field).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Date de\u00A0naissance,BIRTH_DATE",
    "NOM_DE_FAMILLE*,LAST_NAME",
    "Nom d’usage,USAGE_NAME",
    "Nom d'usage,USAGE_NAME",
    "Date de naissance* (jj/mm/aaaa),BIRTH_DATE",
    "DDN,BIRTH_DATE",
    "Né(e) le,BIRTH_DATE",
    "Née le,BIRTH_DATE",
    "Prénom(s),FIRST_NAME",
    "Mail,EMAIL",
    "Portable,PHONE_MOBILE",
    "Division,CLASS",
    " Cycle,CYCLE",
    "Autorisation(s) photo(s),IGNORED",
    "Prénom élève,FIRST_NAME",
    "N° INE,INE"
  })
  void recognisesHeadersHoweverTheyAreTyped(String header, RosterField field) {
    ColumnMapping column = pupils(header).columns().get(0);

    assertThat(column.field()).isEqualTo(field);
  }

  @Test
  void takesAPupilForAPupilInOneFileAndForAChildInTheOther() {
    assertThat(fields(pupils("Prénom élève"))).containsExactly(RosterField.FIRST_NAME);
    assertThat(
            fields(
                recognition.recognise(shape("Prénom élève"), Profile.PARENT, HeadingWishes.NONE)))
        .containsExactly(RosterField.CHILD_FIRST_NAME);
  }

  @Test
  void takesAHeaderWithASlipForTheOneItResembles() {
    ColumnMapping column = pupils("Date de naisance").columns().get(0);

    assertThat(column.field()).isEqualTo(RosterField.BIRTH_DATE);
    assertThat(column.reason()).isEqualTo(Reason.NEARLY);
    assertThat(column.like()).isEqualTo("datedenaissance");
  }

  @Test
  void goesByWhatStandsInAColumnWhoseHeaderNobodyKnows() {
    Heading heading =
        pupils(
            "A;B;C",
            "01/09/2015;a@b.fr;CE1 A",
            "2/10/14;c@d.fr;CM2 Mme Test",
            "2014-02-03;e@f.fr;CP");

    assertThat(fields(heading))
        .containsExactly(RosterField.BIRTH_DATE, RosterField.EMAIL, RosterField.CLASS);
    assertThat(heading.columns()).allMatch(c -> c.reason() == Reason.CONTENT);
  }

  @Test
  void saysWhichCompulsoryColumnsAreMissing() {
    assertThat(pupils("Nom;Prénom;Classe").findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(RosterCode.MISSING_COLUMN);
              assertThat(finding.field()).isEqualTo(RosterField.BIRTH_DATE);
            });
    Heading parents =
        recognition.recognise(
            shape("Nom;Prénom;Identifiant enfant"), Profile.PARENT, HeadingWishes.NONE);
    assertThat(parents.isComplete()).isTrue();
  }

  @Test
  void countsRepeatedAndNumberedColumnsOfChildrenAsBlocks() {
    Heading repeated =
        recognition.recognise(
            shape(
                "Nom;Prénom;Nom enfant;Prénom enfant;Classe enfant;Nom enfant;Prénom enfant;Classe"
                    + " enfant"),
            Profile.PARENT,
            HeadingWishes.NONE);
    Heading numbered =
        recognition.recognise(
            shape("Nom;Prénom;Nom enfant 1;Nom enfant 2;Prénom enfant n°1;Enfant 2 - Prénom"),
            Profile.PARENT,
            HeadingWishes.NONE);

    assertThat(repeated.columns())
        .extracting(ColumnMapping::block)
        .containsExactly(0, 0, 1, 1, 1, 2, 2, 2);
    assertThat(numbered.columns())
        .extracting(ColumnMapping::block)
        .containsExactly(0, 0, 1, 2, 1, 2);
  }

  @Test
  void warnsOfAnUnknownColumnAndOfOneThatSaysTheSameTwice() {
    Heading heading = pupils("Nom;Prénom;Date de naissance;Classe;Nom de famille;Zzz", ";;;;;x");

    assertThat(heading.findings())
        .extracting(RosterFinding::code)
        .containsExactly(RosterCode.COLUMN_TWICE, RosterCode.UNKNOWN_COLUMN);
    assertThat(heading.columns().get(4).reason()).isEqualTo(Reason.TWICE);
    assertThat(heading.isComplete()).isTrue();
  }

  @Test
  void takesWhatPeopleSaidBeforeItsOwnWord() {
    HeadingWishes wishes =
        new HeadingWishes(Map.of(0, RosterField.IGNORED), Map.of("section", RosterField.CLASS));

    Heading heading = recognition.recognise(shape("Nom;Section"), Profile.PUPIL, wishes);

    assertThat(fields(heading)).containsExactly(RosterField.IGNORED, RosterField.CLASS);
    assertThat(heading.columns())
        .extracting(ColumnMapping::reason)
        .containsExactly(Reason.CHOSEN, Reason.REMEMBERED);
  }

  @Test
  void learnsTheWordsOfADeployment() throws IOException {
    HeaderDictionary more =
        HeaderDictionary.shipped().with(new StringReader("pupil.CLASS = Abteilung"));

    assertThat(more.knows(Profile.PUPIL, "Abteilung")).isTrue();
    assertThat(more.knows(Profile.TEACHER, "Abteilung")).isFalse();
    assertThat(HeaderDictionary.shipped().knows(Profile.PUPIL, "Abteilung")).isFalse();
  }
}
