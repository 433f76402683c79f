package org.guichet.assistance.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;

/** How many requests and messages of strangers are taken; each counted apart. */
@ApplicationScoped
public class RequestLimits {
  private static final int PLACES = 20_000;

  /** So much somebody writes who has something to ask; a school behind one address has many. */
  private static final Budgets OF_REQUESTS =
      new Budgets(
          new Budget(4, Duration.ofMinutes(10)),
          new Budget(4, Duration.ofMinutes(10)),
          new Budget(20, Duration.ofMinutes(2)),
          new Budget(8, Duration.ofMinutes(30)));

  private static final Budgets OF_MESSAGES =
      new Budgets(
          new Budget(8, Duration.ofMinutes(2)),
          new Budget(8, Duration.ofMinutes(2)),
          new Budget(40, Duration.ofMinutes(1)),
          new Budget(12, Duration.ofMinutes(2)));

  /** Nobody writes more by mail about one thing; robots do. */
  private static final Budgets OF_MAILS =
      new Budgets(
          new Budget(12, Duration.ofHours(1)),
          new Budget(12, Duration.ofHours(1)),
          Budget.UNLIMITED,
          Budget.UNLIMITED);

  @SuppressWarnings("NullAway.Init") // only a proxy is without
  private Throttle requests;

  @SuppressWarnings("NullAway.Init")
  private Throttle messages;

  @SuppressWarnings("NullAway.Init")
  private Throttle mails;

  /** For the container's proxies. */
  protected RequestLimits() {}

  @Inject
  public RequestLimits(Clock clock) {
    requests = new Throttle(clock, OF_REQUESTS, Duration.ZERO, PLACES);
    messages = new Throttle(clock, OF_MESSAGES, Duration.ZERO, PLACES);
    mails = new Throttle(clock, OF_MAILS, Duration.ZERO, PLACES);
  }

  /** Takes a request of this mail address from this network address into account. */
  public boolean takesRequest(String email, String address) {
    return requests.tries(email, Throttle.source(address), false);
  }

  /** The same of a message to a request. */
  public boolean takesMessage(long number, String address) {
    return messages.tries(Long.toString(number), Throttle.source(address), false);
  }

  /**
   * The same of an answer by mail, from wherever: two robots that answer each other soon come to an
   * end.
   */
  public boolean takesMail(long number) {
    return mails.tries(Long.toString(number), "mail", false);
  }
}
