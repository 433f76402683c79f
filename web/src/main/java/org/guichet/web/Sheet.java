package org.guichet.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A table being written as a file for a spreadsheet, row by row, so that it may be of any length.
 * Whatever a cell says is text or a time, never a formula.
 */
public interface Sheet extends Closeable {
  /** Writes the names of the columns; before any row. */
  void head(List<String> names) throws IOException;

  /**
   * Writes a row.
   *
   * @param cells {@code Instant}s as times, anything else as its text
   */
  void row(List<?> cells) throws IOException;
}
