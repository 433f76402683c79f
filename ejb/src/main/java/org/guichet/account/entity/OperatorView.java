package org.guichet.account.entity;

import java.util.List;

/**
 * Somebody who runs the portal, or could.
 *
 * @param roles those held, retired ones included
 * @param secondFactor whether there is one
 */
public record OperatorView(AccountView account, List<HeldRole> roles, boolean secondFactor) {
  public OperatorView {
    roles = List.copyOf(roles);
  }

  /**
   * A role of a service group.
   *
   * @param group code of the group
   * @param role code of the role in it
   */
  public record HeldRole(String group, String role) {}
}
