package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;

/**
 * A passage that somebody of an organisation types and hasn't dropped yet: colleagues go on with it
 * as well. Kept until it is dropped, or until nobody has gone on with it for long.
 */
@Entity
@Table(name = "entry_draft")
public class EntryDraft {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "organisation", updatable = false)
  private UUID organisation;

  @Column(name = "typed")
  private String typed;

  @Column(name = "edited_by")
  private String editedBy;

  @Column(name = "editor")
  private String editor;

  @Column(name = "edited_at")
  private Instant editedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected EntryDraft() {}

  /** Somebody begins one, which {@link #change} fills. */
  public static EntryDraft begin(UUID id, OrganisationId organisation) {
    EntryDraft draft = new EntryDraft();
    draft.id = id;
    draft.organisation = organisation.value();
    return draft;
  }

  /**
   * Somebody has typed.
   *
   * @param values as JSON
   * @param by the caller's label
   * @param name of whoever it was, as colleagues are told
   */
  public void change(String values, String by, String name, Instant now) {
    typed = values;
    editedBy = by;
    editor = name;
    editedAt = now;
  }

  public UUID id() {
    return id;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public long version() {
    return version;
  }

  public String typed() {
    return typed;
  }

  public String editor() {
    return editor;
  }

  public Instant editedAt() {
    return editedAt;
  }

  /**
   * As colleagues see it.
   *
   * @param passage what is typed so far
   */
  public KeptEntry view(NewPassage passage) {
    return new KeptEntry(id, version, passage, editor, editedAt);
  }
}
