package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of making an account. */
public sealed interface CreateAccountOutcome {
  /**
   * It waits for its activation.
   *
   * @param link of the activation; mailed, and told to operators at the command line only
   */
  record Created(AccountView account, String link) implements CreateAccountOutcome {}

  /** Nothing was made. */
  record Refused(List<AccountMistake> mistakes) implements CreateAccountOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Created, ? extends R> onCreated,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Created created) {
      return onCreated.apply(created);
    }
    return onRefused.apply((Refused) this);
  }
}
