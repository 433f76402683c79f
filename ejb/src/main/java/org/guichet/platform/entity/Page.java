package org.guichet.platform.entity;

import java.util.List;

/**
 * Part of a list, and how long the whole is, so that nobody takes a part for the whole.
 *
 * @param total number of rows of the whole list
 */
public record Page<T>(List<T> rows, long total) {
  public Page {
    rows = List.copyOf(rows);
  }
}
