package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.SessionId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came back from the provider with proof of who it is. A row, so that it survives the
 * server that looked at the proof; there is one for each way to the provider, so that no return
 * counts twice.
 */
@Entity
@Table(name = "provider_visit")
public class ProviderVisit {
  /** For so long an identity that nobody knows yet may be linked. */
  public static final Duration TIME_TO_LINK = Duration.ofMinutes(15);

  private static final Duration TIME_TO_FINISH = TIME_TO_LINK.multipliedBy(2);

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private Kind kind;

  @Column(name = "state_hash", nullable = false, updatable = false, length = 64)
  private String stateHash;

  @Column(name = "offer_hash", updatable = false, length = 64)
  private @Nullable String offerHash;

  @Column(nullable = false, updatable = false)
  private String issuer;

  @Column(nullable = false, updatable = false)
  private String subject;

  @Column(nullable = false, updatable = false, length = 254)
  private String label;

  @Column(name = "second_factor", nullable = false, updatable = false)
  private boolean secondFactor;

  @Column(name = "id_token", updatable = false, length = 16_000)
  private @Nullable String idToken;

  private @Nullable UUID session;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ProviderVisit() {}

  /** What it is for. */
  public enum Kind {
    /** The identity is linked: its person signs in. */
    SIGN_IN,
    /** The identity is offered to be linked. */
    OFFER
  }

  /**
   * Somebody comes back.
   *
   * @param state that went with the person to the provider and back
   * @param offer of the token with which the identity may be linked; empty: it is already
   * @param idToken closed; empty when it is too long to be kept
   */
  public static ProviderVisit begin(
      UUID id,
      Sha256 state,
      Optional<Sha256> offer,
      ProvenIdentity proven,
      Optional<String> idToken,
      Instant now) {
    ProviderVisit visit = new ProviderVisit();
    visit.id = id;
    visit.kind = offer.isPresent() ? Kind.OFFER : Kind.SIGN_IN;
    visit.stateHash = state.hex();
    visit.offerHash = offer.map(Sha256::hex).orElse(null);
    visit.issuer = proven.issuer();
    visit.subject = proven.subject();
    visit.label = proven.label();
    visit.secondFactor = proven.secondFactor();
    visit.idToken = idToken.orElse(null);
    visit.createdAt = now;
    return visit;
  }

  /** Whether its identity may be linked: nobody did, and it isn't too long ago. */
  public boolean offers(Instant now) {
    return kind == Kind.OFFER && session == null && now.isBefore(createdAt.plus(TIME_TO_LINK));
  }

  /** Whether what was begun in time may be finished. */
  public boolean lasts(Instant now) {
    return session == null && now.isBefore(createdAt.plus(TIME_TO_FINISH));
  }

  /** It led to a session, which gives back the ID token when it ends. */
  public void leadTo(SessionId arrived) {
    session = arrived.value();
  }

  /** Whether a code of the second factor need be asked for no more. */
  public boolean provesSecondFactor() {
    return kind == Kind.SIGN_IN && secondFactor;
  }

  public Kind kind() {
    return kind;
  }

  public UUID id() {
    return id;
  }

  public ProvenIdentity identity() {
    return new ProvenIdentity(issuer, subject, label, secondFactor, "");
  }

  public Optional<String> idToken() {
    return Optional.ofNullable(idToken);
  }
}
