package org.guichet.invitation.entity;

import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.GrantPlace;

/**
 * An organisation or a group of a service, as codes name it.
 *
 * @param names of the organisation, or of the service and its group
 * @param code matricule, or code of the group
 */
public record InvitationPlace(GrantPlace place, Names names, String code) {
  public boolean organisation() {
    return place.organisation().isPresent();
  }
}
