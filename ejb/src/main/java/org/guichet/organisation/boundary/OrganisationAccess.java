package org.guichet.organisation.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;

/**
 * Finds the organisation that a caller names, for whoever may. Who may not is never told whether it
 * is there.
 */
@Dependent
class OrganisationAccess {
  @Inject Permissions permissions;
  @Inject Organisations organisations;

  /**
   * The organisation.
   *
   * @throws RefusedException with {@code NOT_ALLOWED}, or with {@code NO_SUCH_ORGANISATION} for a
   *     caller who may see that
   */
  Organisation require(Caller caller, Permission permission, Matricule matricule) {
    return find(caller, permission, matricule)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NO_SUCH_ORGANISATION, matricule.value()));
  }

  /**
   * The organisation, or empty when there is none.
   *
   * @throws RefusedException with {@code NOT_ALLOWED}
   */
  Optional<Organisation> find(Caller caller, Permission permission, Matricule matricule) {
    Optional<Organisation> found = organisations.findByMatricule(matricule);
    if (found.isPresent()) {
      permissions.require(caller, permission, found.get().id());
    } else {
      permissions.requireEverywhere(caller, permission);
    }
    return found;
  }
}
