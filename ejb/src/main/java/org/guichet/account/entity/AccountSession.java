package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.SessionId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of a person, wherever it goes on. It has no version: requests at the same instant may
 * each note that it was seen.
 */
@Entity
@Table(name = "account_session")
public class AccountSession {
  private static final int ADDRESS_AT_MOST = 64;
  private static final int AGENT_AT_MOST = 100;

  /** Seen again within so long, nothing is written. */
  private static final Duration COARSE = Duration.ofMinutes(1);

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(name = "token_hash", nullable = false, updatable = false, length = 64)
  private String tokenHash;

  @Column(nullable = false)
  private long epoch;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  @Column(nullable = false, length = ADDRESS_AT_MOST)
  private String address;

  @Column(nullable = false, updatable = false, length = AGENT_AT_MOST)
  private String agent;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AccountSession() {}

  /**
   * Begins.
   *
   * @param agent what the browser calls itself
   */
  public static AccountSession begin(
      SessionId id, Account account, Sha256 token, String address, String agent, Instant now) {
    AccountSession session = new AccountSession();
    session.id = id.value();
    session.account = account.id().value();
    session.epoch = account.epoch();
    session.tokenHash = token.hex();
    session.createdAt = now;
    session.lastSeenAt = now;
    session.address = cut(address, ADDRESS_AT_MOST);
    session.agent = cut(agent, AGENT_AT_MOST);
    return session;
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** Whether it goes on, as far as it knows by itself. */
  public boolean open(Duration idle, Duration longest, Instant now) {
    return endedAt == null
        && now.isBefore(lastSeenAt.plus(idle))
        && now.isBefore(createdAt.plus(longest));
  }

  /** Notes that it was used; returns false when there was nothing worth writing. */
  public boolean seen(String from, Instant now) {
    String place = cut(from, ADDRESS_AT_MOST);
    if (now.isBefore(lastSeenAt.plus(COARSE)) && place.equals(address)) {
      return false;
    }
    lastSeenAt = now;
    address = place;
    return true;
  }

  /** It goes on although the others of its account were put out. */
  public void follow(Account owner) {
    epoch = owner.epoch();
  }

  /** Returns false when it was over before. */
  public boolean end(Instant now) {
    if (endedAt != null) {
      return false;
    }
    endedAt = now;
    return true;
  }

  public SessionId id() {
    return new SessionId(id);
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Sha256 tokenHash() {
    return new Sha256(tokenHash);
  }

  public long epoch() {
    return epoch;
  }

  public boolean ended() {
    return endedAt != null;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public SessionView view(boolean current) {
    return new SessionView(id(), createdAt, lastSeenAt, address, agent, current);
  }
}
