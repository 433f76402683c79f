package org.guichet.platform.entity;

import java.util.UUID;

/** Names one organisation, whatever its matricule or name become. */
public record OrganisationId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
