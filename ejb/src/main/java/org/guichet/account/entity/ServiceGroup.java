package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.entity.Catalogue.Names;
import org.jspecify.annotations.Nullable;

/**
 * A group of a service that an operator made, beside those of the catalogue's file. What its roles
 * allow is the file's business; once retired it allows nothing, and who was in it is kept.
 */
@Entity
@Table(name = "service_group")
public class ServiceGroup {
  @Id
  @Column(length = GroupDraft.LONGEST_CODE)
  private String code;

  @Version private long version;

  @Column(nullable = false, updatable = false, length = 60)
  private String service;

  @Column(name = "name_fr", nullable = false, length = GroupDraft.LONGEST_NAME)
  private String french;

  @Column(name = "name_en", nullable = false, length = GroupDraft.LONGEST_NAME)
  private String english;

  @Column(nullable = false, length = 1000)
  private String roles;

  @Column(name = "made_at", nullable = false, updatable = false)
  private Instant madeAt;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ServiceGroup() {}

  /** Makes one of a draft without mistakes. */
  public static ServiceGroup make(GroupDraft draft, Instant now) {
    ServiceGroup group = new ServiceGroup();
    group.code = draft.code();
    group.service = draft.service();
    group.madeAt = now;
    group.change(draft.names(), draft.roles());
    return group;
  }

  /**
   * Other names, and other roles on offer.
   *
   * @param offered codes of its service's roles
   */
  public void change(Names names, Set<String> offered) {
    french = names.french();
    english = names.english();
    roles = Codes.join(offered);
  }

  /** From now on it allows nothing. */
  public void retire(Instant now) {
    retiredAt = now;
  }

  /** It allows again what it did. */
  public void reopen() {
    retiredAt = null;
  }

  public boolean retired() {
    return retiredAt != null;
  }

  public ServiceGroupView view() {
    return new ServiceGroupView(
        code,
        service,
        new Names(french, english),
        Codes.split(roles),
        madeAt,
        Optional.ofNullable(retiredAt));
  }
}
