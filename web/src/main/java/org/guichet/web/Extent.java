package org.guichet.web;

import java.text.NumberFormat;

/**
 * Which part of a list a page shows.
 *
 * @param page from 1
 * @param size rows that a page has at most
 * @param rows that this one has
 * @param total of all pages
 */
public record Extent(int page, int size, int rows, long total) {
  /** Whether there is a further page. */
  public boolean more() {
    return page * (long) size < total;
  }

  /**
   * {@code 26 à 50 sur 1 234}; empty for none.
   *
   * @param key of the text, which has three places
   */
  public String text(Texts texts, String key) {
    if (rows == 0) {
      return "";
    }
    NumberFormat numbers = NumberFormat.getIntegerInstance(texts.language());
    long first = (page - 1L) * size + 1;
    return texts.text(
        key, numbers.format(first), numbers.format(first + rows - 1), numbers.format(total));
  }
}
