package org.guichet.organisation.entity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a drop is rightful.
 *
 * @param refusal the reason against it; null when it is rightful
 * @param certifier the certifier that the file names, where it is known here, also when refused
 * @param arguments what the refusal's text quotes, in its order
 */
public record DepositRight(
    @Nullable Refusal refusal, Optional<OrganisationView> certifier, List<String> arguments) {
  public DepositRight {
    arguments = List.copyOf(arguments);
  }

  public boolean rightful() {
    return refusal == null;
  }

  /** Why a drop isn't rightful, in the order in which they are looked at. */
  public enum Refusal {
    /** The matricule under émetteur belongs to no organisation here. Arguments: issuer. */
    UNKNOWN_ISSUER,
    /**
     * The émetteur is another organisation than the one that dropped. Arguments: issuer, dropper.
     */
    ISSUER_IS_NOT_SENDER,
    /** The dropping organisation was suspended when it dropped. Arguments: dropper. */
    SENDER_SUSPENDED,
    /** The matricule under certificateur belongs to no organisation here. Arguments: certifier. */
    UNKNOWN_CERTIFIER,
    /** The certifier is suspended. Arguments: certifier. */
    CERTIFIER_SUSPENDED,
    /**
     * The contract isn't one of the certifier's, or not in force. Arguments: contract, certifier.
     */
    WRONG_CONTRACT,
    /** No mandate of the certifier was ever given to the sender. Arguments: certifier, issuer. */
    NO_MANDATE,
    /**
     * A mandate exists, but wasn't in force. Arguments: certifier, issuer, first day, last day (ISO
     * dates; the last is empty when it is open).
     */
    MANDATE_NOT_IN_FORCE
  }
}
