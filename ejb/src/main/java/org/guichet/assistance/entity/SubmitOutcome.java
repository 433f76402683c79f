package org.guichet.assistance.entity;

import java.util.List;
import java.util.function.Function;

/** What became of a request that somebody sent. */
public sealed interface SubmitOutcome {
  /**
   * It is taken; a mail with a link follows.
   *
   * @param number by which people talk of it; it opens nothing
   */
  record Taken(long number) implements SubmitOutcome {}

  /** Too many came from this address or place: nothing was taken. */
  record TooMany() implements SubmitOutcome {}

  /** Nothing was taken; all mistakes at once, in the order of the fields. */
  record Refused(List<TicketMistake> mistakes) implements SubmitOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Taken, ? extends R> onTaken,
      Function<? super TooMany, ? extends R> onTooMany,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Taken taken) {
      return onTaken.apply(taken);
    }
    if (this instanceof TooMany many) {
      return onTooMany.apply(many);
    }
    return onRefused.apply((Refused) this);
  }
}
