package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of enrolling a second factor, or of making recovery codes. */
public sealed interface RecoveryOutcome {
  /** These codes take the place of earlier ones; shown once. */
  record Made(List<String> recoveryCodes) implements RecoveryOutcome {
    public Made {
      recoveryCodes = List.copyOf(recoveryCodes);
    }
  }

  /** Nothing changed. */
  record Refused(List<AccountMistake> mistakes) implements RecoveryOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Made, ? extends R> onMade,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Made made) {
      return onMade.apply(made);
    }
    return onRefused.apply((Refused) this);
  }
}
