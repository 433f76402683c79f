package org.guichet.organisation.entity;

/** What one schema error does to the rest of a certifier's file. */
public enum CheckingMode {
  /** It refuses the whole file, as the authority does. */
  STRICT,
  /** It refuses its passage; the good ones are taken. */
  BY_PASSAGE
}
