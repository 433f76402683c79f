package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;

/** A way in which somebody looks at a table: what its address says, under a name of theirs. */
@Entity
@Table(name = "saved_view")
public class SavedView {
  /** In characters. */
  public static final int LONGEST_NAME = 60;

  /** In characters. */
  public static final int LONGEST_QUERY = 1_000;

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(nullable = false, updatable = false, length = 20)
  private String page;

  @Column(nullable = false, updatable = false, length = LONGEST_NAME)
  private String name;

  @Column(nullable = false, length = LONGEST_QUERY)
  private String query;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SavedView() {}

  /**
   * A view as it is shown.
   *
   * @param query what follows the page's address; empty for all in the usual order
   */
  public record Look(UUID id, String name, String query) {}

  public static SavedView keep(
      UUID id, AccountId account, String page, String name, String query, Instant now) {
    SavedView view = new SavedView();
    view.id = id;
    view.account = account.value();
    view.page = page;
    view.name = name;
    view.query = query;
    view.createdAt = now;
    return view;
  }

  /** The same name stands for another look from now on. */
  public void becomes(String newQuery) {
    query = newQuery;
  }

  public Look look() {
    return new Look(id, name, query);
  }
}
