package org.guichet.account.entity;

/**
 * How a person is called.
 *
 * @param given name, without blanks around
 * @param family name, without blanks around
 */
public record PersonName(String given, String family) {
  public PersonName {
    given = given.strip();
    family = family.strip();
  }

  /** As one writes it: {@code Léa Martin}. */
  public String full() {
    return given + " " + family;
  }
}
