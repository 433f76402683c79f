package org.guichet.roster.entity;

/**
 * What becomes of a class that files name.
 *
 * @param label as the files have it
 * @param target what the import calls it; empty when it is ignored
 */
public record ClassMatch(String label, String target, Kind kind, ClassUse use) {
  /** Why. */
  public enum Kind {
    /** There is a class of just this name. */
    KNOWN,
    /** There is one whose name differs by case, blanks, accents or hyphens. */
    NEAR_KNOWN,
    /** Another file has one whose name differs so, and it is made under that name. */
    NEAR_NEW,
    /** It is made. */
    NEW,
    /** Somebody chose. */
    CHOSEN
  }
}
