package org.guichet.testing;

import java.util.List;
import java.util.Set;
import org.guichet.platform.boundary.PermissionSource;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/** Gives every key these permissions in its own organisation, and none elsewhere. */
public record GrantedPermissions(Set<Permission> granted) implements PermissionSource {
  public static Permissions of(Permission... granted) {
    return Permissions.of(List.of(new GrantedPermissions(Set.of(granted))));
  }

  @Override
  public boolean grants(Caller caller, Permission permission, OrganisationId organisation) {
    return granted.contains(permission)
        && caller.organisation().filter(organisation::equals).isPresent();
  }
}
