package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;

/** How many passwords, codes and other guesses are looked at; each counted apart. */
@ApplicationScoped
public class GuessLimits {
  private static final Duration KNOWN_FOR = Duration.ofDays(30);
  private static final int PLACES = 20_000;

  // Two servers, each for itself, look at no more than a hundred passwords of one account.
  private static final Budgets OF_PASSWORDS =
      new Budgets(
          new Budget(5, Duration.ofMinutes(5)),
          new Budget(10, Duration.ofMinutes(1)),
          new Budget(30, Duration.ofMinutes(1)),
          new Budget(40, Duration.ofMinutes(30)));
  private static final Budgets OF_CODES =
      new Budgets(
          new Budget(5, Duration.ofMinutes(5)),
          new Budget(10, Duration.ofMinutes(1)),
          new Budget(60, Duration.ofMinutes(1)),
          new Budget(20, Duration.ofMinutes(30)));
  private static final Budgets OF_REQUESTS =
      new Budgets(
          new Budget(5, Duration.ofMinutes(10)),
          new Budget(5, Duration.ofMinutes(10)),
          new Budget(20, Duration.ofMinutes(3)),
          new Budget(10, Duration.ofMinutes(10)));

  // Only what a provider signed gets anywhere; this keeps it from being asked for nothing.
  private static final Budgets OF_RETURNS =
      new Budgets(
          new Budget(30, Duration.ofSeconds(5)),
          new Budget(60, Duration.ofSeconds(1)),
          Budget.UNLIMITED,
          Budget.UNLIMITED);

  @SuppressWarnings("NullAway.Init") // only a proxy is without
  private Throttle passwords;

  @SuppressWarnings("NullAway.Init")
  private Throttle codes;

  @SuppressWarnings("NullAway.Init")
  private Throttle requests;

  @SuppressWarnings("NullAway.Init")
  private Throttle returns;

  /** For the container's proxies. */
  protected GuessLimits() {}

  @Inject
  public GuessLimits(Clock clock) {
    passwords = new Throttle(clock, OF_PASSWORDS, KNOWN_FOR, PLACES);
    codes = new Throttle(clock, OF_CODES, KNOWN_FOR, PLACES);
    requests = new Throttle(clock, OF_REQUESTS, KNOWN_FOR, PLACES);
    returns = new Throttle(clock, OF_RETURNS, KNOWN_FOR, PLACES);
  }

  public Throttle passwords() {
    return passwords;
  }

  /** Codes of the second factor. */
  public Throttle codes() {
    return codes;
  }

  /** Registrations, resets, codes of registration: whatever strangers may ask for. */
  public Throttle requests() {
    return requests;
  }

  /** Returns from the provider. */
  public Throttle returns() {
    return returns;
  }

  /** What counts as one source: an IPv4 address, or the network /64 of an IPv6 one. */
  public static String source(String address) {
    return Throttle.source(address);
  }
}
