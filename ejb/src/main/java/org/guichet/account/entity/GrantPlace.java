package org.guichet.account.entity;

import java.util.Optional;
import java.util.function.Function;
import org.guichet.platform.entity.OrganisationId;

/**
 * Where rights hold: profiles in an organisation, or roles of a service's group.
 *
 * @param group code of the catalogue; exactly one of the two is there
 */
public record GrantPlace(Optional<OrganisationId> organisation, Optional<String> group) {
  public GrantPlace {
    if (organisation.isPresent() == group.isPresent()) {
      throw new IllegalArgumentException("Either an organisation or a group");
    }
  }

  public static GrantPlace in(OrganisationId organisation) {
    return new GrantPlace(Optional.of(organisation), Optional.empty());
  }

  public static GrantPlace in(String group) {
    return new GrantPlace(Optional.empty(), Optional.of(group));
  }

  public <R> R fold(
      Function<? super OrganisationId, ? extends R> onOrganisation,
      Function<? super String, ? extends R> onGroup) {
    return organisation.isPresent()
        ? onOrganisation.apply(organisation.get())
        : onGroup.apply(group.orElseThrow());
  }
}
