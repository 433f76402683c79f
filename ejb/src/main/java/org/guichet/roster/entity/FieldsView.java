package org.guichet.roster.entity;

import java.util.List;

/**
 * How a file of an import is read, and what its columns are taken to say.
 *
 * @param fields what a column of such a file may say, to choose from
 */
public record FieldsView(
    ImportView.FileView file,
    TableShape shape,
    ReadingWishes wishes,
    Heading heading,
    List<RosterField> fields) {
  public FieldsView {
    fields = List.copyOf(fields);
  }

  /** Whether nothing stands in its way. */
  public boolean isReady() {
    return shape.isReadable() && heading.isComplete();
  }
}
