package org.guichet.insight.boundary;

import java.util.Optional;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/** Who may read what is counted: whoever may see the deposits that it is counted of. */
final class Readers {
  private Readers() {}

  /**
   * Returns when the caller may.
   *
   * @param reader whose deposits; empty for all
   */
  static void permit(Permissions permissions, Caller caller, Optional<OrganisationId> reader) {
    reader.ifPresentOrElse(
        one -> permissions.require(caller, Permission.DEPOSIT_VIEW, one),
        () -> permissions.requireEverywhere(caller, Permission.DEPOSIT_VIEW));
  }
}
