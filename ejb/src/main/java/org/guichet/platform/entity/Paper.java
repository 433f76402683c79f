package org.guichet.platform.entity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A document for people, in their words, as a page shows it and a printer prints it.
 *
 * @param office who gives it
 * @param title what it is
 * @param about which one it is: a number
 * @param foot what stands at the foot of each printed page
 * @param made when what it says came to be; the same paper has the same time for ever
 */
public record Paper(
    Locale language,
    String office,
    String title,
    String about,
    Stamp stamp,
    List<Part> parts,
    String foot,
    Instant made) {
  public Paper {
    parts = List.copyOf(parts);
  }

  /** What it comes to, in a few words. */
  public record Stamp(Look look, String text) {}

  /** How a stamp looks: never by its colour alone. */
  public enum Look {
    GOOD,
    MIXED,
    BAD,
    NEUTRAL
  }

  /**
   * A part of it; what is empty isn't there.
   *
   * @param title of the part; empty for none
   * @param texts paragraphs
   * @param columns heads of the table
   * @param rows of the table, as long as the columns
   * @param note under the table: how much isn't shown, and where it is
   */
  public record Part(
      String title,
      List<String> texts,
      List<Fact> facts,
      List<String> columns,
      List<List<String>> rows,
      String note) {
    public Part {
      texts = List.copyOf(texts);
      facts = List.copyOf(facts);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }

    public static Part texts(String title, List<String> texts) {
      return new Part(title, texts, List.of(), List.of(), List.of(), "");
    }

    public static Part facts(String title, List<Fact> facts) {
      return new Part(title, List.of(), facts, List.of(), List.of(), "");
    }

    public static Part table(
        String title, String text, List<String> columns, List<List<String>> rows, String note) {
      List<String> texts = text.isEmpty() ? List.of() : List.of(text);
      return new Part(title, texts, List.of(), columns, rows, note);
    }
  }

  /**
   * A value with its name.
   *
   * @param code whether it is to be read letter by letter
   */
  public record Fact(String name, String value, boolean code) {}
}
