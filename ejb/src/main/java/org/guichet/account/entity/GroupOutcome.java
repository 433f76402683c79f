package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of making or changing a group. */
public sealed interface GroupOutcome {
  /** It is as it was wanted, at once. */
  record Kept(ServiceGroupView group) implements GroupOutcome {}

  /** Nothing changed. */
  record Refused(List<AccountMistake> mistakes) implements GroupOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Kept, ? extends R> onKept,
      Function<? super Refused, ? extends R> onRefused) {
    return this instanceof Kept kept ? onKept.apply(kept) : onRefused.apply((Refused) this);
  }
}
