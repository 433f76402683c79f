package org.guichet.roster.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;

/**
 * How many slips are looked at. A class that comes in behind one address gets through; who guesses
 * at one person's code doesn't.
 */
@ApplicationScoped
public class SlipLimits {
  /** Looks for one login at one source at once. */
  public static final int AT_ONCE = 5;

  private static final Budgets BUDGETS =
      new Budgets(
          new Budget(AT_ONCE, Duration.ofMinutes(5)),
          new Budget(10, Duration.ofMinutes(1)),
          new Budget(120, Duration.ofSeconds(10)),
          new Budget(20, Duration.ofMinutes(30)));
  private static final int PLACES = 20_000;

  @SuppressWarnings("NullAway.Init") // only a proxy is without
  private Throttle throttle;

  /** For the container's proxies. */
  protected SlipLimits() {}

  @Inject
  public SlipLimits(Clock clock) {
    throttle = new Throttle(clock, BUDGETS, Duration.ZERO, PLACES);
  }

  /** Takes a look; if there is none left, nobody may learn whether the code is right. */
  public boolean look(String login, String address) {
    return throttle.tries(login, Throttle.source(address), false);
  }
}
