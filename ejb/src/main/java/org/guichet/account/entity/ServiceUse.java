package org.guichet.account.entity;

import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.platform.entity.OrganisationId;

/**
 * A service that somebody may use, and what of it.
 *
 * @param organisation within which; empty for roles, which hold everywhere
 * @param rights names of the profiles or roles, in the catalogue's order
 */
public record ServiceUse(
    String code, Names names, Optional<OrganisationId> organisation, List<NamedRight> rights) {
  public ServiceUse {
    rights = List.copyOf(rights);
  }

  /** A profile or a role as people know it. */
  public record NamedRight(String code, Names names) {}
}
