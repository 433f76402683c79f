package org.guichet.account.entity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guichet.platform.entity.AccountId;

/**
 * Somebody with rights in a place, deleted accounts aside.
 *
 * @param rights codes of profiles or roles, retired ones included
 * @param administrator whether the person may authorise others there
 * @param usable whether the account can be signed in with now
 * @param since when the rights began
 */
public record PersonThere(
    AccountId account,
    String login,
    PersonName name,
    String email,
    Locale language,
    Set<String> rights,
    boolean administrator,
    boolean usable,
    Optional<Instant> lastSignInAt,
    Instant since) {
  public PersonThere {
    rights = Set.copyOf(rights);
  }
}
