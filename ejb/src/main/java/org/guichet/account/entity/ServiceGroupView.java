package org.guichet.account.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.entity.Catalogue.Names;

/**
 * A group of a service that an operator made.
 *
 * @param service code of the catalogue
 * @param roles codes of the service's roles that it offers, those that left the catalogue included
 * @param retiredAt since when it allows nothing
 */
public record ServiceGroupView(
    String code,
    String service,
    Names names,
    Set<String> roles,
    Instant madeAt,
    Optional<Instant> retiredAt) {
  public ServiceGroupView {
    roles = Set.copyOf(roles);
  }

  public boolean retired() {
    return retiredAt.isPresent();
  }
}
