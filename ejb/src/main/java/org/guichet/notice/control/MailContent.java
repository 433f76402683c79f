package org.guichet.notice.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it is written as text or as HTML: both hold the same.
 *
 * @param language tag of the language that it is in
 * @param mark a warning before everything, for trials; null without
 */
record MailContent(
    String language,
    String subject,
    Tone tone,
    @Nullable String mark,
    List<Block> blocks,
    String footer) {
  MailContent {
    blocks = List.copyOf(blocks);
  }

  /** How good the news is; the words say it too. */
  enum Tone {
    GOOD,
    MIXED,
    BAD,
    NEUTRAL
  }

  /** A part with blank lines around it. */
  sealed interface Block {}

  /**
   * Sentences.
   *
   * @param toDo whether they say what the reader is to do
   */
  record Paragraph(String text, boolean toDo) implements Block {}

  /** What there is to know, one by one. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One thing to know.
   *
   * @param form how its value is written
   */
  record Fact(String label, String separator, String value, Form form) {}

  /** What a value is. */
  enum Form {
    PLAIN,
    /** An address of the web. */
    LINK,
    /** Digits to compare one by one. */
    DIGEST
  }

  /**
   * Rows under titles.
   *
   * @param separator between a title and its value, where each value stands alone
   */
  record Table(List<String> titles, String separator, List<List<String>> rows) implements Block {
    public Table {
      titles = List.copyOf(titles);
      rows = rows.stream().map(row -> List.copyOf(row)).toList();
    }
  }
}
