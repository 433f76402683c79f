package org.guichet.flux.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A register in a CSV file: a header row, whose names are {@link RegisterColumn}'s, in any order;
 * separated by semicolons, commas or tabs; in UTF-8, or else in windows-1252 as spreadsheets write
 * it. Rows that can't be used are told and left out.
 *
 * @param people of the usable rows
 * @param faults of the others
 */
public record RegisterCsv(List<RegisteredHolder> people, List<RowFault> faults) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public RegisterCsv {
    people = List.copyOf(people);
    faults = List.copyOf(faults);
  }

  /**
   * A row that isn't used.
   *
   * @param line in the file, from 1, on which the row ends
   * @param column as the header of the file names it; empty when the row as a whole is at fault
   * @param value what stands there
   */
  public record RowFault(long line, String column, String value) {}

  /** The file isn't such a register. */
  public static final class NotARegister extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RegisterColumn> missing;

    NotARegister(List<RegisterColumn> missing) {
      super("not a register: missing " + missing);
      this.missing = List.copyOf(missing);
    }

    /** Columns without which nobody can be looked up; empty when the file is no CSV at all. */
    public List<RegisterColumn> missing() {
      return missing;
    }
  }

  /**
   * Reads all of a file.
   *
   * @throws NotARegister when nothing of it can be used
   */
  public static RegisterCsv read(Path file) throws IOException, NotARegister {
    Charset charset = isUtf8(file) ? UTF_8 : Charset.forName("windows-1252");
    try (InputStream in = Files.newInputStream(file);
        Reader reader = new InputStreamReader(in, charset)) {
      return read(reader);
    }
  }

  /** Reads what is decoded already. */
  static RegisterCsv read(Reader text) throws IOException, NotARegister {
    BufferedReader reader = new BufferedReader(text);
    String header = withoutMark(Objects.requireNonNullElse(reader.readLine(), ""));
    CSVFormat format = format(header);
    List<String> names;
    try (CSVParser first = CSVParser.parse(header, format)) {
      names = first.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    }
    Map<RegisterColumn, Integer> columns = RegisterColumn.in(names);
    List<RegisterColumn> missing = RegisterColumn.missing(columns.keySet());
    if (!missing.isEmpty()) {
      throw new NotARegister(missing);
    }
    List<RegisteredHolder> people = new ArrayList<>();
    List<RowFault> faults = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(reader, format)) {
      for (CSVRecord row : rows) {
        RegisterRow read = new RegisterRow(row, columns);
        RegisteredHolder person = read.person();
        if (person != null) {
          people.add(person);
        } else {
          faults.add(read.fault(names, rows.getCurrentLineNumber() + 1));
        }
      }
    }
    return new RegisterCsv(people, faults);
  }

  /** Takes what is quoted wrongly as it is: one bad row mustn't cost those that follow. */
  private static CSVFormat format(String header) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter(header))
        .setIgnoreEmptyLines(true)
        .setTrailingData(true)
        .setLenientEof(true)
        .get();
  }

  private static char delimiter(String header) {
    char best = ';';
    for (char candidate : new char[] {',', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char character) {
    return text.chars().filter(c -> c == character).count();
  }

  private static String withoutMark(String header) {
    return !header.isEmpty() && header.charAt(0) == BYTE_ORDER_MARK ? header.substring(1) : header;
  }

  private static boolean isUtf8(Path file) throws IOException {
    try (Reader strict = new InputStreamReader(Files.newInputStream(file), UTF_8.newDecoder())) {
      char[] some = new char[1 << 13];
      while (strict.read(some) >= 0) {
        // Only whether it can be read matters.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
