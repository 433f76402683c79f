package org.guichet.organisation.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * An organisation to be added, as somebody typed it.
 *
 * @param language in which it is written to; French or English
 * @param contract number of its contract as a certifier; empty for a mere depositor
 * @param identity as far as it is known
 */
public record NewOrganisation(
    String matricule,
    String name,
    String email,
    Locale language,
    Optional<String> contract,
    CheckingMode mode,
    OrganisationIdentity identity) {
  /** One of which the law’s names aren’t known yet. */
  public NewOrganisation(
      String matricule,
      String name,
      String email,
      Locale language,
      Optional<String> contract,
      CheckingMode mode) {
    this(matricule, name, email, language, contract, mode, OrganisationIdentity.UNKNOWN);
  }

  /** The same with this identity. */
  public NewOrganisation with(OrganisationIdentity other) {
    return new NewOrganisation(matricule, name, email, language, contract, mode, other);
  }
}
