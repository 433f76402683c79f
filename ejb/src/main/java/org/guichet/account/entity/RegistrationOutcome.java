package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of a registration. */
public sealed interface RegistrationOutcome {
  /**
   * If all is right, a mail is on its way; the answer is the same whether the address is known or
   * not.
   */
  record Asked() implements RegistrationOutcome {}

  /** The organisation has administrators: they make accounts. Names only. */
  record AskThem(List<PersonName> administrators) implements RegistrationOutcome {
    public AskThem {
      administrators = List.copyOf(administrators);
    }
  }

  /** Numbers or code don’t fit together, or it was tried too often. */
  record NotRecognised() implements RegistrationOutcome {}

  /** Something typed must be mended first. */
  record Refused(List<AccountMistake> mistakes) implements RegistrationOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Asked, ? extends R> onAsked,
      Function<? super AskThem, ? extends R> onAskThem,
      Function<? super NotRecognised, ? extends R> onNotRecognised,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Asked asked) {
      return onAsked.apply(asked);
    }
    if (this instanceof AskThem askThem) {
      return onAskThem.apply(askThem);
    }
    if (this instanceof NotRecognised notRecognised) {
      return onNotRecognised.apply(notRecognised);
    }
    return onRefused.apply((Refused) this);
  }
}
