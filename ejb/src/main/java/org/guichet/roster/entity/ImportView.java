package org.guichet.roster.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;

/**
 * An import as its organisation's people see it.
 *
 * @param planned whether its plan knows of all that was said
 * @param plan which plan it is
 * @param failure incident of the last piece of work, where that failed
 * @param endedAt when it was applied, or given up
 * @param undoUntil until when it can be undone; empty when it can't
 */
public record ImportView(
    UUID id,
    OrganisationId organisation,
    ImportState state,
    ImportSource source,
    String createdBy,
    Instant createdAt,
    Instant changedAt,
    ImportOptions options,
    List<FileView> files,
    boolean planned,
    Optional<UUID> plan,
    Optional<PlanSummary> summary,
    WorkProgress progress,
    Optional<String> failure,
    Optional<Instant> endedAt,
    String endedBy,
    Optional<Instant> undoUntil,
    Optional<Undone> undone) {
  public ImportView {
    files = List.copyOf(files);
  }

  /**
   * A file of it.
   *
   * @param size in bytes
   */
  public record FileView(int place, Profile profile, String name, long size) {}

  /** What undoing it did. */
  public record Undone(Instant at, String by, long reversed, long kept) {}
}
