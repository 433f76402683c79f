package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.AdministeredGroup;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;

/**
 * Who gives and takes the roles of a service’s group: whoever has a role of the administrator’s
 * kind in that very group, and whoever may make operators.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class GroupRights {
  @Inject Permissions permissions;
  @Inject Rights rights;

  /** Groups that the caller administers, in the catalogue’s order. */
  public List<AdministeredGroup> administered(Caller caller) {
    AccountId own = permissions.requirePerson(caller);
    boolean all = permissions.allowsEverywhere(caller, Permission.OPERATOR_CREATE);
    return rights.catalogue().services().stream()
        .flatMap(
            service ->
                service.groups().stream().map(group -> new AdministeredGroup(service, group)))
        .filter(each -> all || rights.administratesGroup(own, each.code()))
        .toList();
  }

  /**
   * Returns when the caller may give and take the roles of this group, retired ones included.
   *
   * @param group code of a group of the catalogue
   * @throws RefusedException with {@code NOT_ALLOWED} otherwise
   */
  public void requireAdministration(Caller caller, String group) {
    if (!administers(caller, group)) {
      throw new RefusedException(
          RefusedException.Code.NOT_ALLOWED, "roles of " + group + " for " + caller.label());
    }
  }

  /** Whether the caller, who is signed in, may give and take the roles of this group. */
  public boolean administers(Caller caller, String group) {
    return permissions.allowsEverywhere(caller, Permission.OPERATOR_CREATE)
        || rights.administratesGroup(permissions.requirePerson(caller), group);
  }
}
