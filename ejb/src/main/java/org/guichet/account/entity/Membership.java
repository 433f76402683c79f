package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/** A person belongs to an organisation, with these profiles. */
@Entity
@Table(name = "membership")
public class Membership {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(nullable = false, length = 1000)
  private String profiles;

  @Column(nullable = false)
  private boolean administrator;

  @Column(name = "granted_at", nullable = false, updatable = false)
  private Instant grantedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Membership() {}

  /**
   * Takes a person in.
   *
   * @param profiles codes of the catalogue
   * @param administrator whether one of them is of the administrator's kind
   */
  public static Membership grant(
      UUID id,
      AccountId account,
      OrganisationId organisation,
      Set<String> profiles,
      boolean administrator,
      Instant now) {
    Membership membership = new Membership();
    membership.id = id;
    membership.account = account.value();
    membership.organisation = organisation.value();
    membership.grantedAt = now;
    membership.change(profiles, administrator);
    return membership;
  }

  public void change(Set<String> codes, boolean nowAdministrator) {
    profiles = Codes.join(codes);
    administrator = nowAdministrator;
  }

  public UUID id() {
    return id;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  /** In the order of letters. */
  public Set<String> profiles() {
    return Codes.split(profiles);
  }

  public boolean administrator() {
    return administrator;
  }

  public Instant grantedAt() {
    return grantedAt;
  }
}
