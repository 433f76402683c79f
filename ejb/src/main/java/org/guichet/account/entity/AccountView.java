package org.guichet.account.entity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.guichet.platform.entity.AccountId;

/**
 * An account as others see it.
 *
 * @param expired it is active, but its time is over: an administrator may renew it
 * @param expiresAt when that is or will be, as things are
 * @param erasedAt when it is erased for good; only for a deleted one
 */
public record AccountView(
    AccountId id,
    String login,
    String email,
    PersonName name,
    Locale language,
    AccountState state,
    boolean expired,
    Instant createdAt,
    Optional<Instant> activatedAt,
    Optional<Instant> lastSignInAt,
    Instant expiresAt,
    Optional<Instant> erasedAt) {
  /** Its state, and whether its time is over. */
  public MemberQuery.Standing standing() {
    return switch (state) {
      case PENDING -> MemberQuery.Standing.PENDING;
      case ACTIVE -> expired ? MemberQuery.Standing.EXPIRED : MemberQuery.Standing.ACTIVE;
      case DISABLED -> MemberQuery.Standing.DISABLED;
      case DELETED -> MemberQuery.Standing.DELETED;
    };
  }
}
