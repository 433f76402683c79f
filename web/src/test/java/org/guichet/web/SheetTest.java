package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String csv(Locale language, Object... cells) throws IOException {
    try (Sheet sheet = new CsvSheet(out, language, PARIS)) {
      sheet.head(List.of("Nom", "Le"));
      sheet.row(List.of(cells));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesWhatASpreadsheetOpensByADoubleClick() throws IOException {
    assertThat(csv(Locale.FRENCH, "L’Hôte; \"Zoé\"", Instant.parse("2026-07-01T22:30:00Z")))
        .isEqualTo("\uFEFFNom;Le\r\n\"L’Hôte; \"\"Zoé\"\"\";2026-07-02 00:30\r\n");
  }

  @Test
  void partsByCommasInEnglish() throws IOException {
    assertThat(csv(Locale.ENGLISH, "Ada", "")).endsWith("Nom,Le\r\nAda,\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+33", "-1", "@SUM(A1)", "  =1+1", "\tx", "＝1"})
  void takesNoCellForAFormulaInCsv(String text) throws IOException {
    assertThat(csv(Locale.FRENCH, text)).contains("'" + text);
  }

  @Test
  void leavesOtherTextsAsTheyAre() throws IOException {
    assertThat(csv(Locale.FRENCH, "d’Arc-Lys +1", "a@b.example"))
        .endsWith("d’Arc-Lys +1;a@b.example\r\n");
  }

  @Test
  void writesTextsAsTextsAndTimesAsNumbersIntoAWorkbook() throws IOException {
    try (Sheet sheet = new XlsxSheet(out, "Membres", PARIS)) {
      sheet.head(List.of("Nom", "Le"));
      for (int row = 0; row < 250; row++) {
        sheet.row(List.of("=1+" + row, Instant.parse("2026-07-01T10:00:00Z")));
      }
    }
    String sheet = entry("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("=1+0", "=1+249", "inlineStr").doesNotContain("<f>");
    assertThat(sheet.split("<row ", -1)).hasSize(252);
    assertThat(entry("xl/workbook.xml")).contains("Membres");
  }

  private String entry(String name) throws IOException {
    Path file = Files.write(folder.resolve("sheet.xlsx"), out.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
