package org.guichet.deposit.entity;

import java.util.function.Function;

/** What became of a passage that somebody typed. */
public sealed interface EntryOutcome {
  /** It is a deposit, known to people by this number. */
  record Dropped(long number) implements EntryOutcome {}

  /** It would be refused: nothing was dropped. */
  record Faulty(EntryCheck check) implements EntryOutcome {}

  /** One function per outcome. */
  default <R> R fold(
      Function<? super Dropped, ? extends R> onDropped,
      Function<? super Faulty, ? extends R> onFaulty) {
    return this instanceof Dropped dropped
        ? onDropped.apply(dropped)
        : onFaulty.apply((Faulty) this);
  }
}
