package org.guichet.roster.entity;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param line on which it begins, from 1
 * @param cells as written, quotes off
 */
public record SourceRow(long line, List<String> cells) {
  /** What a column says; empty where the row is too short for it. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  public boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
