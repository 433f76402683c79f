package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;

/** An account was put in a state: when, and by whom. Never changed; erased with its account. */
@Entity
@Table(name = "account_step")
public class AccountStep {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private AccountState state;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(nullable = false, updatable = false, length = 100)
  private String caller;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AccountStep() {}

  private AccountStep(UUID id, AccountId account, AccountState state, String caller, Instant at) {
    this.id = id;
    this.account = account.value();
    this.state = state;
    this.caller = caller;
    this.at = at;
  }

  /**
   * Notes where an account stands now.
   *
   * @param by label of the caller
   */
  public static AccountStep of(UUID id, Account account, String by, Instant now) {
    return new AccountStep(id, account.id(), account.state(), by, now);
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public AccountState state() {
    return state;
  }

  public Instant at() {
    return at;
  }

  public String caller() {
    return caller;
  }
}
