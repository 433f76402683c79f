package org.guichet.roster.entity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some rows of a file of people.
 *
 * @param last whom the next part begins behind; empty when this is the last part
 */
public record SheetPart(List<List<String>> rows, Optional<Mark> last) {
  public SheetPart {
    rows = List.copyOf(rows);
  }

  /** Somebody's place in the order of names. */
  public record Mark(String nameFolded, UUID id) {}
}
