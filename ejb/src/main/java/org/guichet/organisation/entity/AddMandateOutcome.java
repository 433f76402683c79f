package org.guichet.organisation.entity;

import java.util.List;
import java.util.function.Function;

/** What became of a mandate that somebody wanted to grant. */
public sealed interface AddMandateOutcome {
  /** It is granted. */
  record Added(MandateView mandate) implements AddMandateOutcome {}

  /** One of the same days stood already: nothing changed. */
  record AlreadyThere(MandateView mandate) implements AddMandateOutcome {}

  /** Nothing changed; all mistakes at once, in the order of the fields. */
  record Refused(List<Mistake> mistakes) implements AddMandateOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Added, ? extends R> onAdded,
      Function<? super AlreadyThere, ? extends R> onAlreadyThere,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Added added) {
      return onAdded.apply(added);
    }
    if (this instanceof AlreadyThere alreadyThere) {
      return onAlreadyThere.apply(alreadyThere);
    }
    return onRefused.apply((Refused) this);
  }
}
