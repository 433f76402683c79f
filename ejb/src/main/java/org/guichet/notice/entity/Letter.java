package org.guichet.notice.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that somebody holds the lease of, and is to send now.
 *
 * @param follows the first notice about the same to the same reader, which this one comes after
 */
public record Letter(UUID id, Notice notice, Instant postedAt, Optional<UUID> follows) {
  /** The first one of its thread, or of none. */
  public Letter(UUID id, Notice notice, Instant postedAt) {
    this(id, notice, postedAt, Optional.empty());
  }
}
