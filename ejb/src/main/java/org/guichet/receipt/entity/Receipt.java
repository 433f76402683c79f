package org.guichet.receipt.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was given: never changed, one of each kind for what it answers. Its bytes lie in
 * the file store under {@link #sha256()}; code and arguments are frozen beside them.
 */
@Entity
@Table(name = "receipt")
public class Receipt {
  @Id private UUID id;

  @Column(name = "subject", updatable = false)
  private UUID subject;

  @Column(name = "deposit", updatable = false)
  private UUID deposit;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", updatable = false)
  private ReceiptKind kind;

  @Column(name = "number", updatable = false)
  private String number;

  @Column(name = "sender", updatable = false)
  private UUID sender;

  @Column(name = "ok", updatable = false)
  private boolean ok;

  @Column(name = "trial", updatable = false)
  private boolean trial;

  @Column(name = "code", updatable = false)
  private @Nullable String code;

  @Column(name = "arguments", updatable = false)
  private @Nullable String arguments;

  @Column(name = "file_name", updatable = false)
  private String fileName;

  @Column(name = "sha256", updatable = false)
  private String sha256;

  @Column(name = "content_size", updatable = false)
  private long size;

  @Column(name = "issued_at", updatable = false)
  private Instant issuedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Receipt() {}

  public static Receipt issue(UUID id, NewReceipt given, String fileName, Instant now) {
    Receipt receipt = new Receipt();
    receipt.id = id;
    receipt.subject = given.subject();
    receipt.deposit = given.deposit().value();
    receipt.kind = given.kind();
    receipt.number = given.number();
    receipt.sender = given.sender().value();
    receipt.ok = given.ok();
    receipt.trial = given.trial();
    receipt.code = given.code();
    receipt.arguments = given.arguments().isEmpty() ? null : String.join("\n", given.arguments());
    receipt.fileName = fileName;
    receipt.sha256 = given.content().digest().hex();
    receipt.size = given.content().size();
    receipt.issuedAt = now;
    return receipt;
  }

  public UUID id() {
    return id;
  }

  /** What it answers: a deposit, or a duplicate of one. */
  public UUID subject() {
    return subject;
  }

  public OrganisationId sender() {
    return new OrganisationId(sender);
  }

  public ReceiptKind kind() {
    return kind;
  }

  public String number() {
    return number;
  }

  public boolean ok() {
    return ok;
  }

  public String fileName() {
    return fileName;
  }

  public Sha256 sha256() {
    return new Sha256(sha256);
  }

  public long size() {
    return size;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  private List<String> arguments() {
    return arguments == null ? List.of() : List.of(arguments.split("\n", -1));
  }

  /** Everything that others may see of it. */
  public ReceiptView view() {
    return new ReceiptView(
        new DepositId(deposit),
        kind,
        number,
        ok,
        trial,
        code,
        arguments(),
        fileName,
        sha256(),
        size,
        issuedAt);
  }
}
