package org.guichet.account.entity;

import java.time.Instant;
import java.util.Set;

/**
 * A person of an organisation, as its administrators see it.
 *
 * @param profiles codes of the catalogue, retired ones included
 * @param ownAlone whether every organisation of the account is one that the caller administers
 */
public record MemberView(
    AccountView account,
    Set<String> profiles,
    boolean administrator,
    boolean secondFactor,
    boolean ownAlone,
    Instant since) {
  public MemberView {
    profiles = Set.copyOf(profiles);
  }
}
