package org.guichet.organisation.entity;

import java.util.List;
import java.util.function.Function;

/** What became of a key that somebody wanted to add. */
public sealed interface AddKeyOutcome {
  /** It may sign in now. */
  record Added(KeyView key) implements AddKeyOutcome {}

  /** It was there, under this name and with these scopes: nothing changed. */
  record AlreadyThere(KeyView key) implements AddKeyOutcome {}

  /** Nothing changed; all mistakes at once, in the order of the fields. */
  record Refused(List<Mistake> mistakes) implements AddKeyOutcome {
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
