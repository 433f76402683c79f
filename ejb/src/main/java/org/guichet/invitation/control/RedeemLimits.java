package org.guichet.invitation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;
import org.guichet.platform.entity.AccountId;

/**
 * How many codes are looked at. Each look counts, right ones too: whoever holds one code must not
 * guess at others for free. A room of people who redeem theirs behind one address gets through.
 */
@ApplicationScoped
public class RedeemLimits {
  /** Looks of one account at one source at once. */
  public static final int AT_ONCE = 20;

  private static final Budgets BUDGETS =
      new Budgets(
          new Budget(AT_ONCE, Duration.ofSeconds(30)),
          new Budget(AT_ONCE, Duration.ofSeconds(30)),
          new Budget(300, Duration.ofSeconds(1)),
          new Budget(60, Duration.ofSeconds(30)));
  private static final int PLACES = 20_000;

  @SuppressWarnings("NullAway.Init") // only a proxy is without
  private Throttle throttle;

  /** For the container's proxies. */
  protected RedeemLimits() {}

  @Inject
  public RedeemLimits(Clock clock) {
    throttle = new Throttle(clock, BUDGETS, Duration.ZERO, PLACES);
  }

  /** Takes a look; if there is none left, nobody may learn whether the code is there. */
  public boolean look(AccountId account, String address) {
    return throttle.tries(account.toString(), Throttle.source(address), false);
  }
}
