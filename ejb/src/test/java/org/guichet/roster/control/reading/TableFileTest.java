package org.guichet.roster.control.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.entity.Guess.Reason;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.SourceRow;
import org.guichet.roster.entity.TableShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
  private static final String HEADER = "Nom;Prénom;Date de naissance;Classe\n";
  private static final String PUPILS =
      HEADER
          + "Lecœur;Éloïse;01/09/2015;CE2\nL’Hôte;Françoise;02/10/2014;CM1 – A\n"
          + "ÉTIENNE;Zoé;03/11/2013;CM2\n";

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TableShape shape(Path file) throws IOException {
    return shape(file, ReadingWishes.NONE);
  }

  private static TableShape shape(Path file, ReadingWishes wishes) throws IOException {
    return new TableFile(file)
        .shape(wishes, cell -> HeaderDictionary.shipped().knows(Profile.PUPIL, cell));
  }

  private static Read read(Path file) throws IOException {
    Read read = new Read();
    TableShape shape = shape(file);
    assertThat(shape.findings()).isEmpty();
    new TableFile(file).read(shape, read);
    return read;
  }

  private static List<RosterCode> codes(TableShape shape) {
    return shape.findings().stream().map(RosterFinding::code).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "windows-1252", "x-MacRoman", "UTF-16LE", "UTF-16BE", "ISO-8859-15"})
  void tellsEncodingsApartByTheirFrenchLetters(String encoding) throws IOException {
    String text =
        encoding.equals("ISO-8859-15") ? PUPILS.replace("’", "'").replace("–", "-") : PUPILS;
    Path file = file(text.getBytes(Charset.forName(encoding)));

    assertThat(shape(file).charset().value()).isEqualTo(encoding);
    assertThat(read(file).rows.get(0).cells())
        .containsExactly("Lecœur", "Éloïse", "01/09/2015", "CE2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void takesTheMarkOfAnEncodingForItsWord(String encoding) throws IOException {
    Path file = file(("\uFEFF" + PUPILS).getBytes(Charset.forName(encoding)));

    TableShape shape = shape(file);

    assertThat(shape.charset().value()).isEqualTo(encoding);
    assertThat(shape.charset().reason()).isEqualTo(Reason.BYTE_ORDER_MARK);
    assertThat(shape.headers()).startsWith("Nom");
  }

  @Test
  void readsCapitalsWithAccentsOfOldExports() throws IOException {
    Path file =
        file(
            (HEADER + "LÉGER;ANDRÉ;01/09/2015;CE2\nBÉNÉ;HÉLÈNE;01/09/2015;CE2\n")
                .getBytes(Charset.forName("windows-1252")));

    assertThat(shape(file).charset().value()).isEqualTo("windows-1252");
  }

  @Test
  void takesWhatIsChosenBeforeAnyGuess() throws IOException {
    Path file = file("Titre\nNom|Prénom\nA;B|C\n".getBytes(Charset.forName("ISO-8859-1")));

    TableShape shape = shape(file, new ReadingWishes("x-MacRoman", ';', 3L));

    assertThat(shape.charset().reason()).isEqualTo(Reason.CHOSEN);
    assertThat(shape.separator().value()).isEqualTo(';');
    assertThat(shape.headers()).containsExactly("A", "B|C");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t", "|"})
  void findsTheSeparator(String separator) throws IOException {
    TableShape shape = shape(file(PUPILS.replace(";", separator)));

    assertThat(shape.separator().value()).isEqualTo(separator.charAt(0));
    assertThat(shape.separator().reason()).isEqualTo(Reason.KNOWN_HEADERS);
  }

  @Test
  void skipsThreeTitleLines() throws IOException {
    Path file = file("École des Tilleuls;;;\nListe des élèves;;;\n\n" + PUPILS);

    assertThat(shape(file).headerLine().value()).isEqualTo(4);
    assertThat(read(file).rows).extracting(SourceRow::line).containsExactly(5L, 6L, 7L);
  }

  @Test
  void takesTheFirstFullRowWhereNoHeaderIsKnown() throws IOException {
    TableShape shape = shape(file("Titre\nxxa;xxb;xxc\n1;2;3\n"));

    assertThat(shape.headerLine().reason()).isEqualTo(Reason.FIRST_FULL_ROW);
    assertThat(shape.headers()).containsExactly("xxa", "xxb", "xxc");
  }

  @Test
  void readsQuotedSeparatorsAndLineBreaks() throws IOException {
    Path file = file(HEADER + "\"Dupont; dit\nle Grand\";Jean;01/09/2015;CE2;\nB;C;D;E;\n");

    Read read = read(file);

    assertThat(read.rows.get(0).cell(0)).isEqualTo("Dupont; dit\nle Grand");
    assertThat(read.rows.get(1).line()).isEqualTo(4);
  }

  @Test
  void takesABackslashForALetter() throws IOException {
    assertThat(read(file(HEADER + "Dupont\\;Jean;x;y\n")).rows.get(0).cells())
        .containsExactly("Dupont\\", "Jean", "x", "y");
  }

  @Test
  void readsRaggedRowsAndLeavesBlankOnesOut() throws IOException {
    Read read = read(file(HEADER + "A;B\n;;;\n\nC;D;E;F;G;H\n"));

    assertThat(read.rows).hasSize(2);
    assertThat(read.rows.get(0).cell(3)).isEmpty();
    assertThat(read.rows.get(1).cells()).hasSize(6);
  }

  @Test
  void saysWhereAQuoteIsOpenedThatIsNeverClosed() throws IOException {
    Path file = file(HEADER + "A;B;C;D\n\"A;B;C;D\nA;B;C;D\n");
    Read read = new Read();

    new TableFile(file).read(shape(file), read);

    assertThat(read.rows).hasSize(1);
    assertThat(read.findings).extracting(RosterFinding::code).contains(RosterCode.UNCLOSED_QUOTE);
    assertThat(read.findings.get(0).line()).isEqualTo(3);
  }

  @Test
  void stopsAtOneGiantCell() throws IOException {
    Path file = file(HEADER + "A;B;C;D\n\"" + "x".repeat(1_000_000) + "\";B;C;D\n");
    Read read = new Read();

    new TableFile(file).read(shape(file), read);

    assertThat(read.findings).extracting(RosterFinding::code).contains(RosterCode.ROW_TOO_LONG);
  }

  @Test
  void skipsASecondTableAndSaysSo() throws IOException {
    Read read = new Read();
    Path file = file(PUPILS + "\nIntitulé;Adresse;;\nCentre de loisirs;1 rue X;;\n");

    new TableFile(file).read(shape(file), read);

    assertThat(read.rows).hasSize(3);
    assertThat(read.findings)
        .extracting(RosterFinding::code)
        .containsExactly(RosterCode.SECOND_TABLE);
    assertThat(read.findings.get(0).line()).isEqualTo(6);
  }

  @Test
  void skipsAHeaderThatComesAgain() throws IOException {
    Read read = new Read();
    Path file = file(PUPILS + PUPILS);

    new TableFile(file).read(shape(file), read);

    assertThat(read.rows).hasSize(6);
    assertThat(read.findings)
        .extracting(RosterFinding::code)
        .containsExactly(RosterCode.HEADER_AGAIN);
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertThat(codes(shape(file("")))).containsExactly(RosterCode.EMPTY_FILE);
    assertThat(codes(shape(file("\n;;\n")))).containsExactly(RosterCode.EMPTY_FILE);
  }

  @Test
  void refusesAHeaderWithoutRows() throws IOException {
    assertThat(codes(shape(file(HEADER)))).containsExactly(RosterCode.NO_ROWS);
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    assertThat(codes(shape(file(new byte[] {1, 2, 3, 0, 4, 5}))))
        .containsExactly(RosterCode.NOT_A_TABLE);
    assertThat(codes(shape(file("%PDF-1.7\n")))).containsExactly(RosterCode.NOT_A_TABLE);
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0};
    assertThat(codes(shape(file(old)))).containsExactly(RosterCode.OLD_WORKBOOK);
  }

  @Test
  void readsAWorkbookWithDatesAsDatesAndNumbersAsTheyAreShown() throws IOException {
    Path file = folder.resolve("file.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Test", null)) {
      Worksheet sheet = book.newWorksheet("Élèves");
      List<String> headers = List.of("Nom", "Prénom", "Date de naissance", "Classe", "Téléphone");
      for (int column = 0; column < headers.size(); column++) {
        sheet.value(1, column, headers.get(column));
      }
      sheet.value(0, 0, "Liste des élèves");
      sheet.value(2, 0, "Lecœur");
      sheet.inlineString(2, 1, "Zoé");
      sheet.value(2, 2, java.time.LocalDate.of(2015, 9, 1));
      sheet.style(2, 2).format("dd/mm/yyyy").set();
      sheet.value(2, 4, 612345678);
    }

    Read read = read(file);

    assertThat(read.rows).hasSize(1);
    assertThat(read.rows.get(0).line()).isEqualTo(3);
    assertThat(read.rows.get(0).cells())
        .containsExactly("Lecœur", "Zoé", "2015-09-01", "", "612345678");
  }

  @Test
  void refusesAWorkbookThatUnfoldsToALot() throws IOException {
    byte[] blanks = new byte[1 << 16];
    Arrays.fill(blanks, (byte) '<');
    assertThat(codes(shape(workbook("xl/sharedStrings.xml", blanks, 1_100))))
        .containsExactly(RosterCode.WORKBOOK_TOO_LARGE);
  }

  @Test
  void refusesAWorkbookWithOneGiantCell() throws IOException {
    byte[] letters = new byte[1 << 16];
    Arrays.fill(letters, (byte) 'x');
    assertThat(codes(shape(workbook("xl/worksheets/sheet1.xml", letters, 10))))
        .containsExactly(RosterCode.WORKBOOK_TOO_LARGE);
  }

  @Test
  void refusesAWorkbookThatDeclaresEntities() throws IOException {
    byte[] doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>".getBytes(StandardCharsets.UTF_8);
    assertThat(codes(shape(workbook("xl/worksheets/sheet1.xml", doctype, 1))))
        .containsExactly(RosterCode.WORKBOOK_BROKEN);
  }

  @Test
  void refusesAnotherArchive() throws IOException {
    assertThat(codes(shape(workbook("mimetype", new byte[0], 1))))
        .containsExactly(RosterCode.WORKBOOK_BROKEN);
    Path zip = folder.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.txt"));
    }
    assertThat(codes(shape(zip))).containsExactly(RosterCode.NOT_A_TABLE);
  }

  private Path workbook(String part, byte[] content, int times) throws IOException {
    Path zip = folder.resolve("hostile.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry(part));
      for (int i = 0; i < times; i++) {
        out.write(content);
      }
    }
    return zip;
  }

  static final class Read implements TableSink {
    final List<SourceRow> rows = new ArrayList<>();
    final List<RosterFinding> findings = new ArrayList<>();

    @Override
    public void row(SourceRow row) {
      rows.add(row);
    }

    @Override
    public void finding(RosterFinding finding) {
      findings.add(finding);
    }
  }
}
