package org.guichet.roster.entity;

/**
 * What was made out of a file, and why; somebody may know better.
 *
 * @param <T> an immutable value
 */
public record Guess<T>(T value, Reason reason) {
  /** Why. */
  public enum Reason {
    /** Somebody said so. */
    CHOSEN,
    /** The file begins with the mark of the encoding. */
    BYTE_ORDER_MARK,
    /** Every byte is in its place for UTF-8. */
    VALID_UTF_8,
    /** No accent anywhere: all encodings say the same. */
    ONLY_ASCII,
    /** Every other byte is zero. */
    ZERO_BYTES,
    /** In this encoding the accents make French words. */
    FRENCH_LETTERS,
    /** The first line says which separator. */
    DECLARED,
    /** So most headers are known. */
    KNOWN_HEADERS,
    /** So the rows are most alike. */
    MOST_REGULAR,
    /** The first row that is as wide as the table. */
    FIRST_FULL_ROW,
    /** A workbook has no choice. */
    WORKBOOK
  }
}
