package org.guichet.account.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue in force, and how it came to be.
 *
 * @param made groups that operators made, retired ones too
 * @param file name of the file that it is read from; empty: the one that comes with this version
 * @param readAt when it was taken
 * @param changes what differs from the one before; empty for the first since the start
 * @param mistakes what keeps the file, as it is now, from being taken
 * @param retired what people still have though it isn't in the catalogue, and so allows nothing
 */
public record CatalogueStanding(
    Catalogue catalogue,
    List<ServiceGroupView> made,
    Optional<String> file,
    Instant readAt,
    List<CatalogueChange> changes,
    List<CatalogueMistake> mistakes,
    List<Retired> retired) {
  public CatalogueStanding {
    made = List.copyOf(made);
    changes = List.copyOf(changes);
    mistakes = List.copyOf(mistakes);
    retired = List.copyOf(retired);
  }

  /**
   * An entry that isn't there any more.
   *
   * @param code as in {@link CatalogueChange}
   * @param people how many have it
   */
  public record Retired(CatalogueChange.Sort sort, String code, long people) {}
}
