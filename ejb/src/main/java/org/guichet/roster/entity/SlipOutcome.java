package org.guichet.roster.entity;

import java.util.List;
import java.util.function.Function;
import org.guichet.account.entity.AccountMistake;

/** What became of a slip that somebody typed. */
public sealed interface SlipOutcome {
  /** They can sign in now. */
  record Entered(String login) implements SlipOutcome {}

  /**
   * Login and code don't belong together, or not any more, or were tried too often; which of it
   * isn't told.
   */
  record NotRecognised() implements SlipOutcome {}

  /** What they chose can't be taken; the slip wasn't looked at. */
  record Refused(List<AccountMistake> mistakes) implements SlipOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome. */
  default <R> R fold(
      Function<? super Entered, ? extends R> onEntered,
      Function<? super NotRecognised, ? extends R> onNotRecognised,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Entered entered) {
      return onEntered.apply(entered);
    }
    if (this instanceof NotRecognised not) {
      return onNotRecognised.apply(not);
    }
    return onRefused.apply((Refused) this);
  }
}
