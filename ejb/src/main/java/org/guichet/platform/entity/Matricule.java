package org.guichet.platform.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * The eight characters by which the authority knows an organisation ({@code 12ABC345}). Kept in
 * capitals, so that {@code 12abc345} is the same organisation.
 *
 * @param value eight characters, each a capital letter A–Z or a digit
 */
public record Matricule(String value) {
  public Matricule {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("Not a matricule: eight letters or digits are expected");
    }
  }

  /** The matricule written in {@code text}, in any case of letters; empty when it is not one. */
  public static Optional<Matricule> parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return isWellFormed(upper) ? Optional.of(new Matricule(upper)) : Optional.empty();
  }

  private static boolean isWellFormed(String value) {
    return value.length() == 8
        && value.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  @Override
  public String toString() {
    return value;
  }
}
