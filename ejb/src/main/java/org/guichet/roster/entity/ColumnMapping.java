package org.guichet.roster.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column is taken to say, and why.
 *
 * @param column its place, from 0
 * @param header as written
 * @param field null when nobody knows: nothing is taken from the column
 * @param block of columns of one child, from 1; 0 for what isn't of a child
 * @param like the header of the dictionary that it was taken for; empty otherwise
 * @param samples what the first rows say there, without empty ones
 */
public record ColumnMapping(
    int column,
    String header,
    @Nullable RosterField field,
    int block,
    Reason reason,
    String like,
    List<String> samples) {
  /** Why. */
  public enum Reason {
    /** Somebody said so for this file. */
    CHOSEN,
    /** Somebody said so for a file like this before. */
    REMEMBERED,
    /** The dictionary has the header. */
    KNOWN,
    /** The dictionary has one that differs by a letter or two. */
    NEARLY,
    /** What stands below looks like it. */
    CONTENT,
    /** An earlier column says the same. */
    TWICE,
    /** Nobody knows. */
    UNKNOWN
  }

  public ColumnMapping {
    samples = List.copyOf(samples);
  }
}
