package org.guichet.flux;

/** Takes what a check finds; severity, place and value are added behind it. */
public interface Complaints {
  /**
   * Something is wrong with a field.
   *
   * @param at which may be absent: then the passage or certification as a whole is the place
   * @param arguments what the text of the code quotes
   */
  void add(FindingCode code, Field at, String... arguments);
}
