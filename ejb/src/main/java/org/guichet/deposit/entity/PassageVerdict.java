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
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.guichet.flux.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt to check a file found out about one passage. Only the rows of the attempt that
 * the deposit names count; what a dead attempt left is swept.
 */
@Entity
@Table(name = "passage_verdict")
@IdClass(PassageVerdict.Key.class)
public class PassageVerdict {
  /**
   * Which passage of which attempt. A class, since the persistence provider wants no record here.
   */
  public static class Key implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private UUID attempt;
    private int passage;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Key() {}

    public Key(UUID attempt, int passage) {
      this.attempt = attempt;
      this.passage = passage;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.attempt.equals(attempt) && key.passage == passage;
    }

    @Override
    public int hashCode() {
      return Objects.hash(attempt, passage);
    }
  }

  @Id
  @Column(name = "attempt", updatable = false)
  private UUID attempt;

  @Id
  @Column(name = "passage", updatable = false)
  private int passage;

  @Column(name = "deposit", updatable = false)
  private UUID deposit;

  @Column(name = "certification", updatable = false)
  private int certification;

  @Column(name = "id_technique", updatable = false)
  private @Nullable String idTechnique;

  @Column(name = "last_name", updatable = false)
  private @Nullable String lastName;

  @Column(name = "first_name", updatable = false)
  private @Nullable String firstName;

  @Column(name = "birth_date", updatable = false)
  private @Nullable LocalDate birthDate;

  @Column(name = "valid_from", updatable = false)
  private @Nullable LocalDate validFrom;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private PassageOutcome outcome;

  @Enumerated(EnumType.STRING)
  @Column(name = "cause")
  private @Nullable FindingCode cause;

  @Column(name = "line", updatable = false)
  private int line;

  @Column(name = "byte_offset", updatable = false)
  private long offset;

  @Column(name = "byte_length", updatable = false)
  private long length;

  @Column(name = "findings")
  private @Nullable String findings;

  @Column(name = "withdrawn_by")
  private @Nullable UUID withdrawnBy;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PassageVerdict() {}

  public int passage() {
    return passage;
  }

  /** Which certification of the file it stands under, from 1. */
  public int certification() {
    return certification;
  }

  public @Nullable String idTechnique() {
    return idTechnique;
  }

  public PassageOutcome outcome() {
    return outcome;
  }

  public @Nullable FindingCode cause() {
    return cause;
  }

  public int line() {
    return line;
  }

  public @Nullable String findings() {
    return findings;
  }

  /** Where its start tag begins in the file; -1 where the encoding hides it. */
  public long offset() {
    return offset;
  }

  /** In bytes, up to the end of its end tag; -1 where the encoding hides it. */
  public long length() {
    return length;
  }

  /** Whether it was taken back since. */
  public boolean withdrawn() {
    return withdrawnBy != null;
  }
}
