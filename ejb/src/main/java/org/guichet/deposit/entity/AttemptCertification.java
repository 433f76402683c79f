package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.guichet.flux.Certification;
import org.guichet.flux.FindingCode;
import org.guichet.platform.entity.DepositId;
import org.jspecify.annotations.Nullable;

/**
 * A certification of a file, by which its passages are found. Beside the passages rather than in
 * each of them, because type and code may stand after them in the file.
 */
@Entity
@Table(name = "attempt_certification")
@IdClass(AttemptCertification.Key.class)
public class AttemptCertification {
  /** Which certification of which attempt. */
  public static class Key implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private UUID attempt;
    private int certification;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Key() {}

    public Key(UUID attempt, int certification) {
      this.attempt = attempt;
      this.certification = certification;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.attempt.equals(attempt)
          && key.certification == certification;
    }

    @Override
    public int hashCode() {
      return Objects.hash(attempt, certification);
    }
  }

  @Id
  @Column(name = "attempt", updatable = false)
  private UUID attempt;

  @Id
  @Column(name = "certification", updatable = false)
  private int certification;

  @Column(name = "deposit", updatable = false)
  private UUID deposit;

  @Column(name = "type", updatable = false)
  private @Nullable String type;

  @Column(name = "code", updatable = false)
  private @Nullable String code;

  @Enumerated(EnumType.STRING)
  @Column(name = "cause", updatable = false)
  private @Nullable FindingCode cause;

  @Column(name = "fault", updatable = false)
  private @Nullable String fault;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AttemptCertification() {}

  /**
   * What an attempt read of a certification.
   *
   * @param fault what the certification says is wrong with it, as JSON
   */
  public static AttemptCertification of(
      UUID attempt, DepositId deposit, Certification read, @Nullable String fault) {
    AttemptCertification certification = new AttemptCertification();
    certification.attempt = attempt;
    certification.certification = read.number();
    certification.deposit = deposit.value();
    certification.type = cut(read.type(), 255);
    certification.code = cut(read.code(), 100);
    certification.cause = read.fault() == null ? null : read.fault().code();
    certification.fault = fault;
    return certification;
  }

  public @Nullable String type() {
    return type;
  }

  public @Nullable String code() {
    return code;
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
