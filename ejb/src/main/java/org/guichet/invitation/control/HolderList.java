package org.guichet.invitation.control;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.guichet.invitation.entity.InvitationMistake;
import org.guichet.invitation.entity.InvitationMistake.Code;
import org.guichet.invitation.entity.InvitationWish;

/**
 * A list of people as CSV: columns of any order, by their names in French or English, parted by
 * semicolons, commas or tabs. A code is made for each line, or none at all.
 *
 * @param people empty when there are mistakes
 */
public record HolderList(List<Listed> people, List<InvitationMistake> mistakes) {
  public static final int MOST = 100;

  /** Field of the page that the list is put into. */
  public static final String FIELD = "list";

  private static final Set<String> GIVEN = Set.of("prenom", "given name", "first name");
  private static final Set<String> FAMILY = Set.of("nom", "family name", "last name", "name");
  private static final Set<String> EMAIL = Set.of("courriel", "e-mail", "email", "mail", "mel");

  public HolderList {
    people = List.copyOf(people);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Somebody on the list; not judged yet.
   *
   * @param line of the file where it begins, from 1, the head and blank lines included
   */
  public record Listed(long line, String given, String family, String email) {}

  /** Reads the text of a file. */
  public static HolderList read(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (plain.isBlank()) {
      return refused(InvitationMistake.of(FIELD, Code.LIST_EMPTY));
    }
    if (plain.length() > InvitationWish.LONGEST_LIST) {
      return refused(
          InvitationMistake.of(
              FIELD, Code.LIST_TOO_LARGE, Integer.toString(InvitationWish.LONGEST_LIST / 1_000)));
    }
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(plain))
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get()
            .parse(new StringReader(plain))) {
      return read(rows(parser));
    } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
      return refused(InvitationMistake.of(FIELD, Code.LIST_UNREADABLE));
    }
  }

  /** A row of the table, and the line of the file where it begins. */
  private record Row(long line, CSVRecord cells) {}

  private static List<Row> rows(CSVParser parser) {
    List<Row> rows = new ArrayList<>();
    for (CSVRecord row : parser) {
      long within = row.stream().flatMapToInt(String::chars).filter(sign -> sign == '\n').count();
      rows.add(new Row(parser.getCurrentLineNumber() - within, row));
    }
    return rows;
  }

  private static HolderList refused(InvitationMistake mistake) {
    return new HolderList(List.of(), List.of(mistake));
  }

  private static char delimiter(String text) {
    String head = text.lines().findFirst().orElse("");
    return Stream.of(';', '\t', ',')
        .filter(sign -> head.indexOf(sign) >= 0)
        .findFirst()
        .orElse(';');
  }

  private static HolderList read(List<Row> rows) {
    CSVRecord head = rows.get(0).cells();
    Optional<Integer> given = column(head, GIVEN);
    Optional<Integer> family = column(head, FAMILY);
    Optional<Integer> email = column(head, EMAIL);
    if (given.isEmpty() || family.isEmpty() || email.isEmpty()) {
      String missing =
          Stream.of(
                  given.isEmpty() ? "prenom" : "",
                  family.isEmpty() ? "nom" : "",
                  email.isEmpty() ? "courriel" : "")
              .filter(name -> !name.isEmpty())
              .collect(Collectors.joining(", "));
      return refused(InvitationMistake.of(FIELD, Code.LIST_COLUMNS, missing));
    }
    if (rows.size() == 1) {
      return refused(InvitationMistake.of(FIELD, Code.LIST_EMPTY));
    }
    if (rows.size() - 1 > MOST) {
      return refused(InvitationMistake.of(FIELD, Code.LIST_TOO_LONG, Integer.toString(MOST)));
    }
    List<Listed> people = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size())) {
      people.add(
          new Listed(
              row.line(),
              cell(row.cells(), given.get()),
              cell(row.cells(), family.get()),
              cell(row.cells(), email.get())));
    }
    List<InvitationMistake> twice = twice(people);
    return new HolderList(twice.isEmpty() ? people : List.of(), twice);
  }

  private static List<InvitationMistake> twice(List<Listed> people) {
    List<InvitationMistake> mistakes = new ArrayList<>();
    Map<String, Long> first = new HashMap<>();
    for (Listed person : people) {
      Long earlier = first.putIfAbsent(person.email().toLowerCase(Locale.ROOT), person.line());
      if (earlier != null) {
        mistakes.add(
            InvitationMistake.of(
                FIELD,
                Code.LIST_TWICE,
                Long.toString(person.line()),
                person.email(),
                earlier.toString()));
      }
    }
    return mistakes;
  }

  private static Optional<Integer> column(CSVRecord head, Set<String> names) {
    for (int i = 0; i < head.size(); i++) {
      if (names.contains(folded(head.get(i)))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static String cell(CSVRecord row, int column) {
    return column < row.size() ? row.get(column).strip() : "";
  }
}
