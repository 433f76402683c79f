package org.guichet.deposit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;
import org.guichet.platform.entity.OrganisationId;

/** How often receipts are sent again: enough for who needs them, too little to flood anybody. */
@ApplicationScoped
public class SendingLimits {
  private static final int PLACES = 20_000;

  /** One person and one deposit; all of one person; one deposit by all of an organisation. */
  private static final Budgets BUDGETS =
      new Budgets(
          new Budget(6, Duration.ofMinutes(10)),
          new Budget(6, Duration.ofMinutes(10)),
          new Budget(30, Duration.ofMinutes(2)),
          new Budget(12, Duration.ofMinutes(10)));

  @SuppressWarnings("NullAway.Init") // only a proxy is without
  private Throttle sendings;

  /** For the container's proxies. */
  protected SendingLimits() {}

  @Inject
  public SendingLimits(Clock clock) {
    sendings = new Throttle(clock, BUDGETS, Duration.ZERO, PLACES);
  }

  /** Takes a sending into account. */
  public boolean takes(OrganisationId organisation, long deposit, String who) {
    return sendings.tries(organisation + "/" + deposit, who, false);
  }
}
