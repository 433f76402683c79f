package org.guichet.organisation.entity;

import java.util.List;
import java.util.function.Function;

/** What became of an organisation that somebody wanted to add. */
public sealed interface AddOrganisationOutcome {
  /** It is there now. */
  record Added(OrganisationView organisation) implements AddOrganisationOutcome {}

  /** It was there with the same data; the contract is new. */
  record ContractAdded(OrganisationView organisation, String contract)
      implements AddOrganisationOutcome {}

  /** It was there with the same data: nothing changed. */
  record AlreadyThere(OrganisationView organisation) implements AddOrganisationOutcome {}

  /** Nothing changed; all mistakes at once, in the order of the fields. */
  record Refused(List<Mistake> mistakes) implements AddOrganisationOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Added, ? extends R> onAdded,
      Function<? super ContractAdded, ? extends R> onContractAdded,
      Function<? super AlreadyThere, ? extends R> onAlreadyThere,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Added added) {
      return onAdded.apply(added);
    }
    if (this instanceof ContractAdded contractAdded) {
      return onContractAdded.apply(contractAdded);
    }
    if (this instanceof AlreadyThere alreadyThere) {
      return onAlreadyThere.apply(alreadyThere);
    }
    return onRefused.apply((Refused) this);
  }
}
