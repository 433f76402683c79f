package org.guichet.flux;

import java.util.ArrayList;
import java.util.List;

/** Finds in the validator's French messages what it quotes. */
final class ValidatorWords {
  private static final String LENGTH = "ayant pour longueur '";

  private ValidatorWords() {}

  /** The first thing between apostrophes; not the one of an article, which no blank precedes. */
  static String firstQuoted(String message) {
    int start = message.indexOf(" '");
    int end = start < 0 ? -1 : message.indexOf("' ", start + 2);
    return end < 0 ? "" : message.substring(start + 2, end);
  }

  /** The last thing between apostrophes. */
  static String lastQuoted(String message) {
    int end = message.lastIndexOf("' ");
    int start = end < 0 ? -1 : message.lastIndexOf(" '", end);
    return start < 0 ? "" : message.substring(start + 2, end);
  }

  /** How long the validator says that a value is; empty when it doesn't. */
  static String length(String message) {
    int start = message.lastIndexOf(LENGTH); // the last one: a value may look like it
    if (start < 0) {
      return "";
    }
    int from = start + LENGTH.length();
    return message.substring(from, message.indexOf('\'', from));
  }

  /**
   * The elements that the validator would take, by their local names.
   *
   * @param message with a list such as {@code '{"namespace":name, "namespace":name}'} at its end
   */
  static List<String> expected(String message) {
    int start = message.lastIndexOf("'{");
    int end = message.lastIndexOf("}'");
    List<String> names = new ArrayList<>();
    if (start >= 0 && end > start) {
      for (String name : message.substring(start + 2, end).split(", ", -1)) {
        names.add(name.substring(name.lastIndexOf(':') + 1));
      }
    }
    return names;
  }
}
