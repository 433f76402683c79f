package org.guichet.flux.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.guichet.flux.Days;
import org.jspecify.annotations.Nullable;

/** One row of a register in CSV, being read. */
final class RegisterRow {
  private static final Pattern FRENCH_DAY =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(T.*)?");
  private static final Pattern ZERO_LOST = Pattern.compile("\\d{4}");
  private static final Pattern FOREIGN_CODE = Pattern.compile("99\\d{3}");
  private static final Map<String, String> SEXES =
      Map.ofEntries(
          Map.entry("M", "M"),
          Map.entry("H", "M"),
          Map.entry("HOMME", "M"),
          Map.entry("MASCULIN", "M"),
          Map.entry("MALE", "M"),
          Map.entry("MR", "M"),
          Map.entry("MONSIEUR", "M"),
          Map.entry("1", "M"),
          Map.entry("F", "F"),
          Map.entry("FEMME", "F"),
          Map.entry("FEMININ", "F"),
          Map.entry("FEMALE", "F"),
          Map.entry("MME", "F"),
          Map.entry("MLLE", "F"),
          Map.entry("MADAME", "F"),
          Map.entry("2", "F"));

  private final CSVRecord row;
  private final Map<RegisterColumn, Integer> columns;
  private @Nullable RegisterColumn faulty;

  RegisterRow(CSVRecord row, Map<RegisterColumn, Integer> columns) {
    this.row = row;
    this.columns = columns;
  }

  /** Null when something in it can't be; {@link #fault} then says what. */
  @Nullable RegisteredHolder person() {
    String last = text(RegisterColumn.LAST_NAME);
    String first = text(RegisterColumn.FIRST_NAME);
    if (last == null || NameFolding.key(last).isEmpty()) {
      return refused(RegisterColumn.LAST_NAME);
    }
    if (first == null || NameFolding.key(first).isEmpty()) {
      return refused(RegisterColumn.FIRST_NAME);
    }
    LocalDate day = birthDate();
    RegisteredHolder person =
        new RegisteredHolder(
            last,
            text(RegisterColumn.USAGE_NAME),
            first,
            text(RegisterColumn.SECOND_NAME),
            text(RegisterColumn.THIRD_NAME),
            sex(),
            day != null ? (Integer) day.getYear() : number(RegisterColumn.BIRTH_YEAR, 1850, 2099),
            day != null ? (Integer) day.getMonthValue() : number(RegisterColumn.BIRTH_MONTH, 1, 12),
            day != null ? (Integer) day.getDayOfMonth() : number(RegisterColumn.BIRTH_DAY, 1, 31),
            code(RegisterColumn.BIRTH_TOWN),
            code(RegisterColumn.BIRTH_POSTAL_CODE),
            text(RegisterColumn.BIRTH_TOWN_NAME),
            country());
    return faulty == null ? person : null;
  }

  /** Why there is no person. */
  RegisterCsv.RowFault fault(List<String> names, long line) {
    Integer at = faulty == null ? null : columns.get(faulty);
    return at == null
        ? new RegisterCsv.RowFault(line, "", "")
        : new RegisterCsv.RowFault(line, names.get(at), at < row.size() ? row.get(at) : "");
  }

  private @Nullable RegisteredHolder refused(RegisterColumn column) {
    faulty = column;
    return null;
  }

  private @Nullable String text(RegisterColumn column) {
    Integer at = columns.get(column);
    String text = at == null || at >= row.size() ? "" : row.get(at).strip();
    return text.isEmpty() ? null : text;
  }

  private @Nullable String sex() {
    String text = text(RegisterColumn.SEX);
    String sex = text == null ? null : SEXES.get(NameFolding.key(text));
    if (text != null && sex == null) {
      faulty = RegisterColumn.SEX;
    }
    return sex;
  }

  private @Nullable LocalDate birthDate() {
    String text = text(RegisterColumn.BIRTH_DATE);
    if (text == null) {
      return null;
    }
    try {
      Matcher iso = ISO_DAY.matcher(text);
      if (iso.matches()) {
        return LocalDate.of(part(iso, 1), part(iso, 2), part(iso, 3));
      }
      Matcher french = FRENCH_DAY.matcher(text);
      if (french.matches()) {
        return LocalDate.of(part(french, 3), part(french, 2), part(french, 1));
      }
    } catch (DateTimeException e) {
      // 31 February: refused below.
    }
    faulty = RegisterColumn.BIRTH_DATE;
    return null;
  }

  private static int part(Matcher day, int group) {
    return Integer.parseInt(day.group(group));
  }

  private @Nullable Integer number(RegisterColumn column, int least, int most) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    Integer number = Days.number(text);
    if (number == null || number < least || number > most) {
      faulty = column;
    }
    return number;
  }

  /** Spreadsheets take the first zero of a code away. */
  private @Nullable String code(RegisterColumn column) {
    String text = text(column);
    return text != null && ZERO_LOST.matcher(text).matches() ? "0" + text : text;
  }

  /** INSEE's codes of countries are five digits; a flux says the last three. */
  private @Nullable String country() {
    String text = text(RegisterColumn.BIRTH_COUNTRY);
    return text != null && FOREIGN_CODE.matcher(text).matches() ? text.substring(2) : text;
  }
}
