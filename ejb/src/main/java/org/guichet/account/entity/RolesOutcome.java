package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of giving somebody roles, or of taking them. */
public sealed interface RolesOutcome {
  /** They hold from now on, and the person is told. */
  record Changed(OperatorView operator) implements RolesOutcome {}

  /** It was so already. */
  record Unchanged(OperatorView operator) implements RolesOutcome {}

  /** Nothing changed. */
  record Refused(List<AccountMistake> mistakes) implements RolesOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Changed, ? extends R> onChanged,
      Function<? super Unchanged, ? extends R> onUnchanged,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Changed changed) {
      return onChanged.apply(changed);
    }
    if (this instanceof Unchanged unchanged) {
      return onUnchanged.apply(unchanged);
    }
    return onRefused.apply((Refused) this);
  }
}
