package org.guichet.roster.entity;

import java.util.Optional;
import java.util.UUID;

/** For whom slips are printed: a class, one person, or those whom an import made. */
public record SlipTarget(
    Optional<UUID> schoolClass, Optional<UUID> person, Optional<UUID> imported) {
  public static SlipTarget schoolClass(UUID id) {
    return new SlipTarget(Optional.of(id), Optional.empty(), Optional.empty());
  }

  public static SlipTarget person(UUID id) {
    return new SlipTarget(Optional.empty(), Optional.of(id), Optional.empty());
  }

  public static SlipTarget imported(UUID id) {
    return new SlipTarget(Optional.empty(), Optional.empty(), Optional.of(id));
  }
}
