package org.guichet.organisation.entity;

import java.util.List;
import java.util.function.Function;

/** What became of an address that somebody wanted to be written to. */
public sealed interface AddRecipientOutcome {
  /** It is written to from now on. */
  record Added(MailRecipientView recipient) implements AddRecipientOutcome {}

  /** It was written to before, in another way; from now on in this one. */
  record Changed(MailRecipientView recipient) implements AddRecipientOutcome {}

  /** It is written to in this way already: nothing changed. */
  record AlreadyThere(MailRecipientView recipient) implements AddRecipientOutcome {}

  /** Nothing changed; all mistakes at once, in the order of the fields. */
  record Refused(List<Mistake> mistakes) implements AddRecipientOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Added, ? extends R> onAdded,
      Function<? super Changed, ? extends R> onChanged,
      Function<? super AlreadyThere, ? extends R> onAlreadyThere,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Added added) {
      return onAdded.apply(added);
    }
    if (this instanceof Changed changed) {
      return onChanged.apply(changed);
    }
    if (this instanceof AlreadyThere alreadyThere) {
      return onAlreadyThere.apply(alreadyThere);
    }
    return onRefused.apply((Refused) this);
  }
}
