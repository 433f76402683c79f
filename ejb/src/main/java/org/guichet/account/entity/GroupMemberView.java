package org.guichet.account.entity;

import java.time.Instant;
import java.util.Set;

/**
 * A person of a service's group, as its administrators see it.
 *
 * @param roles codes, those included that allow nothing any more
 * @param administrator whether one of them lets it give the group's roles
 * @param secondFactor whether there is one
 */
public record GroupMemberView(
    AccountView account,
    Set<String> roles,
    boolean administrator,
    boolean secondFactor,
    Instant since) {
  public GroupMemberView {
    roles = Set.copyOf(roles);
  }
}
