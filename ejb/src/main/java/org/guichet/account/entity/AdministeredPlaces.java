package org.guichet.account.entity;

import java.util.List;
import org.guichet.platform.entity.OrganisationId;

/**
 * Where somebody gives rights to others.
 *
 * @param everywhere in each organisation there is, beyond those that are named
 * @param organisations those that the person belongs to
 */
public record AdministeredPlaces(
    boolean everywhere, List<OrganisationId> organisations, List<AdministeredGroup> groups) {
  public AdministeredPlaces {
    organisations = List.copyOf(organisations);
    groups = List.copyOf(groups);
  }

  public boolean isEmpty() {
    return !everywhere && organisations.isEmpty() && groups.isEmpty();
  }

  /** Whether rights of this place are among them. */
  public boolean holds(GrantPlace place) {
    return place.fold(
        organisation -> everywhere || organisations.contains(organisation),
        group -> groups.stream().anyMatch(each -> each.code().equals(group)));
  }
}
