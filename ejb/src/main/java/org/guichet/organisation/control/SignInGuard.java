package org.guichet.organisation.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.guichet.platform.control.PasswordHash;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Network;

/**
 * How often this server looks keys up and checks passwords, whoever asks. Each server counts for
 * itself (decision 13); the budgets of passwords are made for two.
 */
@ApplicationScoped
public class SignInGuard {
  /**
   * An offered key that nobody knows isn't a guess: keys can't be guessed, and a client may hold
   * many. Only the look-ups are bounded, and only where the organisation never got in.
   */
  private static final Budgets LOOK_UPS =
      new Budgets(
          new Budget(60, Duration.ofSeconds(10)),
          Budget.UNLIMITED,
          new Budget(600, Duration.ofSeconds(1)),
          Budget.UNLIMITED);

  private static final Budgets GUESSES =
      new Budgets(
          new Budget(10, Duration.ofMinutes(5)),
          new Budget(20, Duration.ofMinutes(1)),
          new Budget(60, Duration.ofMinutes(1)),
          new Budget(40, Duration.ofMinutes(15)));

  private static final Duration KNOWN_FOR = Duration.ofDays(30);
  private static final int PLACES = 20_000;

  /** Each takes 19 MB while it lasts. */
  private static final int CHECKS_AT_ONCE = 2;

  private static final long SECONDS_FOR_A_CHECK = 5;

  @Inject Clock clock;

  private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);
  private Throttle lookUps;
  private Throttle guesses;

  /** For the container, which brings the clock. */
  @SuppressWarnings("NullAway.Init")
  public SignInGuard() {}

  public SignInGuard(Clock clock) {
    this.clock = clock;
    this.lookUps = new Throttle(clock, LOOK_UPS, KNOWN_FOR, PLACES);
    this.guesses = new Throttle(clock, GUESSES, KNOWN_FOR, PLACES);
  }

  @PostConstruct
  void begin() {
    lookUps = new Throttle(clock, LOOK_UPS, KNOWN_FOR, PLACES);
    guesses = new Throttle(clock, GUESSES, KNOWN_FOR, PLACES);
  }

  /** Whether what somebody offers may be looked up. */
  public boolean mayLookUp(Matricule organisation, String address) {
    return lookUps.tries(organisation.value(), source(address), false);
  }

  /** The organisation got in from there. */
  public void gotIn(Matricule organisation, String address) {
    lookUps.succeeded(organisation.value(), source(address));
  }

  /**
   * Whether a password is right.
   *
   * @param account which password it is said to be
   * @param known whether it got in from there before
   * @param hash what is kept of it
   * @throws IllegalStateException when too many are being checked already
   */
  public Verdict check(
      String account, String address, boolean known, String hash, String password) {
    String source = source(address);
    if (!guesses.tries(account, source, known)) {
      return Verdict.NOT_LOOKED_AT;
    }
    try {
      if (!checks.tryAcquire(SECONDS_FOR_A_CHECK, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Too many passwords are being checked");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      if (!PasswordHash.matches(hash, password)) {
        return Verdict.WRONG;
      }
    } finally {
      checks.release();
    }
    guesses.succeeded(account, source);
    return Verdict.RIGHT;
  }

  /** What became of a password. */
  public enum Verdict {
    RIGHT,
    WRONG,
    /** There were too many tries; nobody learns whether this one was right. */
    NOT_LOOKED_AT
  }

  private static String source(String address) {
    return Network.around(address).map(Network::toString).orElse(address);
  }
}
