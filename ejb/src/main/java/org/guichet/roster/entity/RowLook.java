package org.guichet.roster.entity;

import java.util.List;

/**
 * A row of a file as it can be mended: all its cells, and children that aren't clear.
 *
 * @param cells those of columns that mean something, in their order
 */
public record RowLook(RowRef ref, List<RowCell> cells, List<UnclearChild> children) {
  public RowLook {
    cells = List.copyOf(cells);
    children = List.copyOf(children);
  }
}
