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
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.jspecify.annotations.Nullable;

/** A person's account. Its login never changes; whether it is expired is worked out from times. */
@Entity
@Table(name = "account")
public class Account {
  /** For how long a deleted one can be restored. */
  public static final Duration GRACE = Duration.ofDays(90);

  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false, length = 120)
  private String login;

  @Column(nullable = false, length = 254)
  private String email;

  @Column(name = "email_folded", nullable = false, length = 254)
  private String emailFolded;

  @Column(name = "given_name", nullable = false, length = 100)
  private String givenName;

  @Column(name = "family_name", nullable = false, length = 100)
  private String familyName;

  @Column(name = "name_folded", nullable = false, length = 250)
  private String nameFolded;

  @Column(nullable = false, length = 35)
  private String language;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private AccountState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "deleted_from", length = 16)
  private @Nullable AccountState deletedFrom;

  @Column(nullable = false)
  private boolean personal;

  @Column(nullable = false)
  private long epoch;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "activated_at")
  private @Nullable Instant activatedAt;

  @Column(name = "last_sign_in_at")
  private @Nullable Instant lastSignInAt;

  @Column(name = "renewed_at")
  private @Nullable Instant renewedAt;

  @Column(name = "expires_on")
  private @Nullable Instant expiresOn;

  @Column(name = "reminded_at")
  private @Nullable Instant remindedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  @Column(name = "seen_until", insertable = false, updatable = false)
  private @Nullable Instant seenUntil;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Account() {}

  /**
   * Makes an account that waits for its activation.
   *
   * @param person without mistakes
   * @param folded the name as it is searched and ordered
   * @param personal whether the person made it, without any right
   */
  public static Account make(
      AccountId id, String login, NewPerson person, String folded, boolean personal, Instant now) {
    Account account = new Account();
    account.id = id.value();
    account.login = login;
    account.language = person.language().toLanguageTag();
    account.state = AccountState.LIFECYCLE.start();
    account.personal = personal;
    account.createdAt = now;
    account.rename(person.name(), folded);
    account.moveTo(person.email());
    return account;
  }

  /** The person followed the activation link. */
  public void activate(Instant now) {
    move(AccountState.ACTIVE);
    activatedAt = now;
  }

  public void disable() {
    move(AccountState.DISABLED);
    epoch++;
  }

  public void enable() {
    move(AccountState.ACTIVE);
  }

  public void delete(Instant now) {
    AccountState from = state;
    move(AccountState.DELETED);
    deletedFrom = from;
    deletedAt = now;
    epoch++;
  }

  /** It becomes what it was before it was deleted. */
  public void restore() {
    if (deletedFrom == null) {
      throw new IllegalStateException("Not deleted: " + id);
    }
    move(deletedFrom);
    deletedFrom = null;
    deletedAt = null;
  }

  private void move(AccountState to) {
    state = AccountState.LIFECYCLE.move(state, to);
  }

  /** It begins a new life: neither unused nor over. */
  public void renew(Instant now) {
    renewedAt = now;
    expiresOn = null;
    remindedAt = null;
  }

  /** It ends at a time that an administrator chose; empty: when nobody uses it any more. */
  public void expire(Optional<Instant> at) {
    expiresOn = at.orElse(null);
    remindedAt = null;
  }

  /** Whoever is in is put out; signing in anew works. */
  public void putOut() {
    epoch++;
  }

  public void rename(PersonName name, String folded) {
    givenName = name.given();
    familyName = name.family();
    nameFolded = folded.length() > 250 ? folded.substring(0, 250) : folded;
  }

  public void moveTo(String newEmail) {
    email = newEmail.strip();
    emailFolded = fold(email);
  }

  public void speak(Locale newLanguage) {
    language = newLanguage.toLanguageTag();
  }

  public void reminded(Instant now) {
    remindedAt = now;
  }

  /** It got rights, and is no mere personal registration any more. */
  public void belong() {
    personal = false;
  }

  /** How e-mail addresses are compared. */
  public static String fold(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * When it ends, as things are: on the chosen date, or when nobody used it for too long.
   *
   * @param unused for how long nobody may sign in
   */
  public Instant expiresAt(Period unused) {
    if (expiresOn != null) {
      return expiresOn;
    }
    Instant used = createdAt;
    for (@Nullable Instant other : Arrays.asList(activatedAt, lastSignInAt, renewedAt)) {
      used = other != null && other.isAfter(used) ? other : used;
    }
    return used.atOffset(ZoneOffset.UTC).plus(unused).toInstant();
  }

  /** Whether its person may do anything with it. */
  public boolean usable(Instant now, Period unused) {
    return state == AccountState.ACTIVE && now.isBefore(expiresAt(unused));
  }

  public AccountId id() {
    return new AccountId(id);
  }

  public String login() {
    return login;
  }

  public String email() {
    return email;
  }

  public PersonName name() {
    return new PersonName(givenName, familyName);
  }

  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  public AccountState state() {
    return state;
  }

  public long epoch() {
    return epoch;
  }

  public boolean personal() {
    return personal;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> lastSignInAt() {
    return Optional.ofNullable(lastSignInAt);
  }

  public Optional<Instant> deletedAt() {
    return Optional.ofNullable(deletedAt);
  }

  /** Up to when its person has seen what is new; empty: never. */
  public Optional<Instant> seenUntil() {
    return Optional.ofNullable(seenUntil);
  }

  public Optional<Instant> remindedAt() {
    return Optional.ofNullable(remindedAt);
  }

  public AccountView view(Period unused, Instant now) {
    return new AccountView(
        id(),
        login,
        email,
        name(),
        language(),
        state,
        state == AccountState.ACTIVE && !now.isBefore(expiresAt(unused)),
        createdAt,
        Optional.ofNullable(activatedAt),
        Optional.ofNullable(lastSignInAt),
        expiresAt(unused),
        deletedAt().map(at -> at.plus(GRACE)));
  }
}
