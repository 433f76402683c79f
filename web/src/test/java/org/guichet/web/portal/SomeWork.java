package org.guichet.web.portal;

import java.util.List;
import java.util.Set;
import org.guichet.platform.boundary.PermissionSource;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;

/** Somebody who works for the organisation 77ZZZ001. */
final class SomeWork {
  private SomeWork() {}

  /** With these permissions there. */
  static WorkedFor allowing(Permission... permissions) {
    Set<Permission> allowed = Set.of(permissions);
    WorkedFor worked = new WorkedFor();
    worked.request = new Requests.Asked().request();
    worked.visitor =
        SomePeople.visiting(
            SomePeople.claire(SomePeople.organisation(1, true)), new Requests.Asked());
    worked.permissions =
        Permissions.of(
            List.of(
                new PermissionSource() {
                  @Override
                  public boolean grants(
                      Caller caller, Permission permission, OrganisationId organisation) {
                    return allowed.contains(permission);
                  }
                }));
    return worked;
  }
}
