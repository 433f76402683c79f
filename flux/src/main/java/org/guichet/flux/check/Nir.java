package org.guichet.flux.check;

import org.jspecify.annotations.Nullable;

/**
 * A national number (NIR) without its key, and what it says of its bearer: sex, the last two digits
 * of the year of birth, the month of birth. What is compared with it counts as unknown when it is
 * empty or 0, and then contradicts nothing.
 */
public final class Nir {
  private static final int LENGTH = 13;

  private final String number;

  private Nir(String number) {
    this.number = number;
  }

  /** Null for what isn't one by its form. */
  public static @Nullable Nir of(String text) {
    if (text.length() != LENGTH
        || (text.charAt(0) != '1' && text.charAt(0) != '2')
        || !Digits.only(text.substring(0, 6))
        || !Digits.only(text, 7)) {
      return null;
    }
    char seventh = text.charAt(6);
    boolean corsican = text.charAt(5) == '2' && (seventh == 'A' || seventh == 'B');
    return corsican || (seventh >= '0' && seventh <= '9') ? new Nir(text) : null;
  }

  /** {@code M} or {@code F}. */
  public String sex() {
    return number.charAt(0) == '1' ? "M" : "F";
  }

  /** Two digits. */
  public String year() {
    return number.substring(1, 3);
  }

  /** Two digits; above 12 where the month wasn't known when the number was given. */
  public String month() {
    return number.substring(3, 5);
  }

  /**
   * Whether this is somebody of the other sex.
   *
   * @param sex {@code M} or {@code F}; what is neither counts as unknown
   */
  public boolean contradictsSex(String sex) {
    return (sex.equals("M") || sex.equals("F")) && !sex.equals(sex());
  }

  /**
   * Whether this is somebody born in another year.
   *
   * @param year with its century
   */
  public boolean contradictsYear(int year) {
    return year > 0 && year % 100 != Integer.parseInt(year());
  }

  /** A month that wasn't known when the number was given contradicts none. */
  public boolean contradictsMonth(int other) {
    int month = Integer.parseInt(month());
    return other > 0 && month >= 1 && month <= 12 && month != other;
  }

  /** Besides the months, 20, 30 to 42 and 50 to 99 are given to those whose month isn't known. */
  boolean impossibleMonth() {
    int month = Integer.parseInt(month());
    return month == 0
        || (month > 12 && month < 20)
        || (month > 20 && month < 30)
        || (month > 42 && month < 50);
  }
}
