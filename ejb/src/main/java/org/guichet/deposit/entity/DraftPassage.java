package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.jspecify.annotations.Nullable;

/**
 * What has been changed in a passage of a deposit, to be dropped again; kept until it is, or until
 * nobody has gone on with it for long.
 */
@Entity
@Table(name = "draft_passage")
@IdClass(DraftPassage.Key.class)
public class DraftPassage {
  /** Which passage of which deposit. A class, since the persistence provider wants no record. */
  public static class Key implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private UUID deposit;
    private int passage;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Key() {}

    public Key(UUID deposit, int passage) {
      this.deposit = deposit;
      this.passage = passage;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.deposit.equals(deposit) && key.passage == passage;
    }

    @Override
    public int hashCode() {
      return Objects.hash(deposit, passage);
    }
  }

  @Id
  @Column(name = "deposit", updatable = false)
  private UUID deposit;

  @Id
  @Column(name = "passage", updatable = false)
  private int passage;

  @Version private long version;

  @Column(name = "changes")
  private String changes;

  @Column(name = "left_out")
  private boolean leftOut;

  @Column(name = "declared_anew", updatable = false)
  private boolean declaredAnew;

  @Column(name = "faults")
  private int faults;

  @Column(name = "edited_by")
  private String editedBy;

  @Column(name = "editor")
  private String editor;

  @Column(name = "edited_at")
  private Instant editedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected DraftPassage() {}

  /**
   * Somebody begins with a passage.
   *
   * @param declaredAnew whether it was accepted, and is taken back to be declared once more
   */
  public static DraftPassage begin(DepositId deposit, int passage, boolean declaredAnew) {
    DraftPassage draft = new DraftPassage();
    draft.deposit = deposit.value();
    draft.passage = passage;
    draft.declaredAnew = declaredAnew;
    return draft;
  }

  /**
   * Somebody has changed it.
   *
   * @param values by field, as JSON
   * @param remaining how much would still refuse it
   * @param by the caller's label
   * @param name of whoever it was, as others are told
   */
  public void change(
      String values, boolean out, int remaining, String by, String name, Instant now) {
    changes = values;
    leftOut = out;
    faults = remaining;
    editedBy = by;
    editor = name;
    editedAt = now;
  }

  public int passage() {
    return passage;
  }

  public boolean declaredAnew() {
    return declaredAnew;
  }

  public long version() {
    return version;
  }

  public String changes() {
    return changes;
  }

  /**
   * As others see it.
   *
   * @param values by field
   */
  public PassageDraft view(Map<String, String> values) {
    return new PassageDraft(
        version, values, leftOut, declaredAnew, faults, editedBy, editor, editedAt);
  }
}
