package org.guichet.invitation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guichet.account.entity.GrantPlace;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;
import org.guichet.platform.entity.AccountId;

/**
 * How many invitations are mailed: a whole list at once, and not one after the other to the world.
 * What isn't mailed isn't counted.
 */
@ApplicationScoped
public class MailingLimits {
  /** By one person for one organisation or group, at once. */
  public static final int AT_ONCE = 150;

  /** So long it takes until one more is there. */
  public static final Duration REFILL = Duration.ofMinutes(5);

  private static final int PLACES = 20_000;

  /** One person for one place; all of one person; one place by all of its administrators. */
  private static final Budgets BUDGETS =
      new Budgets(
          new Budget(AT_ONCE, REFILL),
          new Budget(AT_ONCE, REFILL),
          new Budget(2 * AT_ONCE, REFILL),
          new Budget(2 * AT_ONCE, REFILL));

  @SuppressWarnings("NullAway.Init") // only a proxy is without
  private Throttle mailings;

  /** For the container's proxies. */
  protected MailingLimits() {}

  @Inject
  public MailingLimits(Clock clock) {
    mailings = new Throttle(clock, BUDGETS, Duration.ZERO, PLACES);
  }

  /** Takes so many mails into account, all of them or none. */
  public boolean takes(AccountId inviter, GrantPlace place, int mails) {
    String where = place.fold(organisation -> "o-" + organisation, group -> "g-" + group);
    return mailings.tries(where, inviter.toString(), false, mails);
  }
}
