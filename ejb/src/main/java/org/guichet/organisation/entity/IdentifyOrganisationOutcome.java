package org.guichet.organisation.entity;

import java.util.List;
import java.util.function.Function;

/** What became of saying how an organisation is identified. */
public sealed interface IdentifyOrganisationOutcome {
  /** It is known so now. */
  record Identified(OrganisationView organisation) implements IdentifyOrganisationOutcome {}

  /** Nothing changed. */
  record Refused(List<Mistake> mistakes) implements IdentifyOrganisationOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Identified, ? extends R> onIdentified,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Identified identified) {
      return onIdentified.apply(identified);
    }
    return onRefused.apply((Refused) this);
  }
}
