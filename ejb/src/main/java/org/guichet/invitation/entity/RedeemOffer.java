package org.guichet.invitation.entity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a code would give to the one who holds it.
 *
 * @param issuer name of who made it
 * @param fresh codes of profiles or roles that the person doesn’t have yet
 * @param present those that the person has already
 * @param secondFactor whether a second factor has to be set up for it, by signing in anew
 */
public record RedeemOffer(
    InvitationPlace place,
    Optional<String> issuer,
    Set<String> fresh,
    Set<String> present,
    LocalDate lastDay,
    boolean secondFactor) {
  public RedeemOffer {
    fresh = Set.copyOf(fresh);
    present = Set.copyOf(present);
  }
}
