package org.guichet.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** The one row that says how far the chain goes; whoever seals holds its lock. */
@Entity
@Table(name = "audit_head")
public class AuditHead {
  public static final String NAME = "audit";

  @Id
  @Column(length = 16)
  private String name;

  @Column(nullable = false)
  private long position;

  @Column(nullable = false, length = 64)
  private String hash;

  @Column(name = "sealed_at")
  private @Nullable Instant sealedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AuditHead() {}

  private AuditHead(ChainHead start) {
    this.name = NAME;
    this.position = start.position();
    this.hash = start.hash().hex();
  }

  public static AuditHead start() {
    return new AuditHead(ChainHead.START);
  }

  public void advance(ChainHead to, Instant now) {
    position = to.position();
    hash = to.hash().hex();
    sealedAt = now;
  }

  public ChainHead head() {
    return new ChainHead(position, new Sha256(hash));
  }
}
