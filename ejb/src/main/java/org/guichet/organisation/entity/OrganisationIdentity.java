package org.guichet.organisation.entity;

import java.util.Optional;

/**
 * What identifies an organisation before the law and the authorities; all of it may be unknown.
 *
 * @param legalName raison sociale
 * @param seat siège social: an address
 * @param siret 14 digits
 * @param uai number of a French school: {@code 0750652B}
 * @param ide number of a Swiss enterprise: {@code CHE-115.308.306}
 */
public record OrganisationIdentity(
    Optional<String> legalName,
    Optional<String> seat,
    Optional<String> siret,
    Optional<String> uai,
    Optional<String> ide) {
  public static final OrganisationIdentity UNKNOWN =
      new OrganisationIdentity(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** This, where {@code later} says nothing; else what {@code later} says. */
  public OrganisationIdentity with(OrganisationIdentity later) {
    return new OrganisationIdentity(
        later.legalName.or(() -> legalName),
        later.seat.or(() -> seat),
        later.siret.or(() -> siret),
        later.uai.or(() -> uai),
        later.ide.or(() -> ide));
  }
}
