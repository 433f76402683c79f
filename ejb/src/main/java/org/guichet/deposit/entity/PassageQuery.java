package org.guichet.deposit.entity;

import java.util.Optional;

/**
 * Which passages of all deposits somebody looks for.
 *
 * @param text an idTechnique in full, or the beginning of a holder's name
 * @param firstName beginning of the holder's first name; empty for any
 * @param after the last row of the part before; empty for the first part
 * @param size of the part
 */
public record PassageQuery(
    By by, String text, String firstName, Optional<PassageKey> after, int size) {
  /** By what they are looked for. */
  public enum By {
    ID,
    NAME
  }

  public static PassageQuery of(By by, String text, int size) {
    return new PassageQuery(by, text, "", Optional.empty(), size);
  }
}
