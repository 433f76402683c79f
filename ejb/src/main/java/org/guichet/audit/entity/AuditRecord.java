package org.guichet.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** An entry as it lies in the table: what people are in it is closed under their keys. */
@Entity
@Table(name = "audit_entry")
public class AuditRecord {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_kind", nullable = false, updatable = false, length = 16)
  private ActorKind actorKind;

  @Column(updatable = false)
  private @Nullable UUID actor;

  @Column(name = "actor_label", nullable = false, updatable = false, length = 100)
  private String actorLabel;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private Channel channel;

  @Column(name = "origin_key", updatable = false)
  private @Nullable UUID originKey;

  @Column(nullable = false, updatable = false, length = 1000)
  private String origin;

  /** Text rather than the enum: a row that was tampered with must still be readable. */
  @Column(nullable = false, updatable = false, length = 60)
  private String action;

  @Column(updatable = false)
  private @Nullable UUID organisation;

  @Column(name = "subject_type", nullable = false, updatable = false, length = 30)
  private String subjectType;

  @Column(nullable = false, updatable = false, length = 100)
  private String subject;

  @Column(name = "details_key", updatable = false)
  private @Nullable UUID detailsKey;

  @Column(nullable = false, updatable = false, length = 100_000)
  private String details;

  private @Nullable Long position;

  @Column(length = 64)
  private @Nullable String hash;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AuditRecord() {}

  /**
   * An entry that isn't sealed yet.
   *
   * @param origin the address, and what else is known of where it came from
   * @param details what was and what is
   */
  public static AuditRecord write(
      UUID id, Caller caller, AuditEntry entry, KeptText origin, KeptText details, Instant now) {
    AuditRecord row = new AuditRecord();
    row.id = id;
    row.at = now;
    row.actorKind = kind(caller.actor());
    row.actor = actorId(caller.actor());
    row.actorLabel = caller.label();
    row.channel = caller.channel();
    row.originKey = value(origin.key());
    row.origin = origin.text();
    row.action = entry.action().name();
    row.organisation = entry.organisation().map(OrganisationId::value).orElse(null);
    row.subjectType = entry.subject().type().name();
    row.subject = entry.subject().id();
    row.detailsKey = value(details.key());
    row.details = details.text();
    return row;
  }

  private static ActorKind kind(Caller.Actor actor) {
    if (actor instanceof Caller.Actor.Internal) {
      return ActorKind.SYSTEM;
    }
    if (actor instanceof Caller.Actor.Person) {
      return ActorKind.PERSON;
    }
    return actor instanceof Caller.Actor.Visitor ? ActorKind.VISITOR : ActorKind.KEY;
  }

  private static @Nullable UUID actorId(Caller.Actor actor) {
    if (actor instanceof Caller.Actor.Key key) {
      return key.key().value();
    }
    return actor instanceof Caller.Actor.Person person ? person.account().value() : null;
  }

  private static @Nullable UUID value(@Nullable AccountId key) {
    return key == null ? null : key.value();
  }

  /** It takes its place in the chain, for good. */
  public void seal(ChainHead place) {
    if (position != null) {
      throw new IllegalStateException("Sealed before: " + id);
    }
    position = place.position();
    hash = place.hash().hex();
  }

  /** What the hash is made of, in this order for ever; ciphertexts as they are, nulls as null. */
  public List<@Nullable String> canonical() {
    return Arrays.asList(
        id.toString(),
        at.toString(),
        actorKind.name(),
        text(actor),
        actorLabel,
        channel.name(),
        text(originKey),
        origin,
        action,
        text(organisation),
        subjectType,
        subject,
        text(detailsKey),
        details);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  public UUID id() {
    return id;
  }

  /** 0 while it isn't sealed. */
  public long position() {
    return position == null ? 0 : position;
  }

  /** Empty while it isn't sealed, or when somebody spoilt it. */
  public Optional<Sha256> hash() {
    return Optional.ofNullable(hash).filter(h -> h.matches("[0-9a-f]{64}")).map(Sha256::new);
  }

  public KeptText origin() {
    return new KeptText(originKey == null ? null : new AccountId(originKey), origin);
  }

  public KeptText details() {
    return new KeptText(detailsKey == null ? null : new AccountId(detailsKey), details);
  }

  /** As somebody who may see it sees it. */
  public AuditView view(String openOrigin, AuditView.Values values) {
    return new AuditView(
        id,
        position(),
        at,
        actorKind,
        Optional.ofNullable(actor),
        actorLabel,
        channel,
        openOrigin,
        action,
        Optional.ofNullable(organisation).map(OrganisationId::new),
        subjectType,
        subject,
        values);
  }
}
