package org.guichet.cli.administration;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows in aligned columns: a line of headings, then a line each; numbers to the right. */
final class Table {
  /** How a column's values are written. */
  enum Kind {
    TEXT,
    /** A state, put into words. */
    WORD,
    NUMBER,
    /** To the minute, without its offset. */
    TIME
  }

  /** A column, by the name of the field; its heading is the text of {@code column.<name>}. */
  record Column(String name, Kind kind) {}

  private static final String GAP = "  ";
  private static final int TO_THE_MINUTE = "2026-11-22T10:00".length();

  private final Texts texts;
  private final List<Column> columns;

  private Table(Texts texts, List<Column> columns) {
    this.texts = texts;
    this.columns = columns;
  }

  static String of(Texts texts, List<Column> columns, List<JsonObject> rows) {
    return new Table(texts, columns).written(rows);
  }

  private String written(List<JsonObject> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(column -> texts.text("column." + column.name())).toList());
    for (JsonObject row : rows) {
      lines.add(columns.stream().map(column -> cell(row, column)).toList());
    }
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      widths.add(lines.stream().mapToInt(line -> width(line.get(at))).max().orElse(0));
    }
    return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
  }

  private String line(List<String> cells, List<Integer> widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String fill = " ".repeat(widths.get(i) - width(cells.get(i)));
      boolean right = columns.get(i).kind() == Kind.NUMBER;
      text.append(right ? fill + cells.get(i) : cells.get(i) + fill).append(GAP);
    }
    return text.toString().stripTrailing();
  }

  private String cell(JsonObject row, Column column) {
    JsonValue value = row.getOrDefault(column.name(), JsonValue.NULL);
    String text = plain(value);
    if (text.isEmpty()) {
      return "-";
    }
    return switch (column.kind()) {
      case WORD -> words(value);
      case TIME -> text.substring(0, Math.min(TO_THE_MINUTE, text.length())).replace('T', ' ');
      case TEXT, NUMBER -> text;
    };
  }

  private String words(JsonValue value) {
    return value instanceof JsonArray array
        ? array.stream().map(this::words).collect(Collectors.joining(", "))
        : texts.word(plain(value));
  }

  private static String plain(JsonValue value) {
    if (value instanceof JsonString string) {
      return harmless(string.getString());
    }
    if (value instanceof JsonNumber number) {
      return number.toString();
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(Table::plain).collect(Collectors.joining(", "));
    }
    return value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
  }

  /** Names come from people: nothing of theirs may steer the terminal. */
  static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
