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

/** A person has roles of a service's group: they hold in the whole deployment. */
@Entity
@Table(name = "role_grant")
public class RoleGrant {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(name = "service_group", nullable = false, updatable = false, length = 60)
  private String group;

  @Column(nullable = false, length = 1000)
  private String roles;

  @Column(name = "granted_at", nullable = false, updatable = false)
  private Instant grantedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected RoleGrant() {}

  /**
   * Gives roles.
   *
   * @param group code of a service group of the catalogue
   * @param roles codes of its roles
   */
  public static RoleGrant give(
      UUID id, AccountId account, String group, Set<String> roles, Instant now) {
    RoleGrant grant = new RoleGrant();
    grant.id = id;
    grant.account = account.value();
    grant.group = group;
    grant.grantedAt = now;
    grant.change(roles);
    return grant;
  }

  public void change(Set<String> codes) {
    roles = Codes.join(codes);
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public String group() {
    return group;
  }

  public Set<String> roles() {
    return Codes.split(roles);
  }

  public Instant grantedAt() {
    return grantedAt;
  }
}
