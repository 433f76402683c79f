package org.guichet.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/**
 * Hashes people's passwords. Takes tens of milliseconds and 19 MB for each: ask a throttle first.
 */
@ApplicationScoped
public class PasswordHashing {
  private SecureRandom random;
  private String dummy = "";

  /** For the container's proxies. */
  @SuppressWarnings("NullAway.Init") // never asked itself
  protected PasswordHashing() {}

  @Inject
  public PasswordHashing(SecureRandom random) {
    this.random = random;
    this.dummy = PasswordHash.of("no password", random);
  }

  /** What to keep of a password. */
  public String hash(String password) {
    return PasswordHash.of(password, random);
  }

  /**
   * Whether {@code password} is the one that was hashed.
   *
   * @throws IllegalArgumentException when {@code kept} is no hash
   */
  public boolean matches(String password, String kept) {
    return PasswordHash.matches(kept, password);
  }

  /** Takes as long as {@link #matches} and is always false: for names that nobody has. */
  public boolean matchesNothing(String password) {
    return PasswordHash.matches(dummy, password) && dummy.isEmpty();
  }
}
