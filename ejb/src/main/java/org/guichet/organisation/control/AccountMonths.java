package org.guichet.organisation.control;

import java.time.LocalDate;
import java.time.Period;

/** What an organisation may choose for the expiry of its people's accounts. */
public final class AccountMonths {
  private AccountMonths() {}

  /** Whether so many months are at least one, and less than the deployment's most. */
  public static boolean allowed(int months, Period most) {
    return months >= 1 && shorter(Period.ofMonths(months), most);
  }

  /** Whether {@code one} is over before {@code other}, as years usually are. */
  public static boolean shorter(Period one, Period other) {
    return LocalDate.EPOCH.plus(one).isBefore(LocalDate.EPOCH.plus(other));
  }
}
