package org.guichet.deposit.entity;

import java.util.Optional;
import java.util.function.Function;

/** What became of the wish to drop passages of a deposit once more. */
public sealed interface CorrectionOutcome {
  /**
   * They are a deposit.
   *
   * @param number by which people know it
   * @param passages how many it holds
   */
  record Dropped(long number, int passages) implements CorrectionOutcome {}

  /** None is ready for it. */
  record NothingChosen() implements CorrectionOutcome {}

  /** The file can't be cut: it is gone, or nobody knows where its passages stand. */
  record Uncuttable() implements CorrectionOutcome {}

  /**
   * Another file of passages of the same deposit is on its way; nothing is dropped twice.
   *
   * @param number of the correction that isn't decided yet; none while it is being written
   */
  record Pending(Optional<Long> number) implements CorrectionOutcome {}

  /** One function per outcome. */
  default <R> R fold(
      Function<? super Dropped, ? extends R> onDropped,
      Function<? super NothingChosen, ? extends R> onNothing,
      Function<? super Uncuttable, ? extends R> onUncuttable,
      Function<? super Pending, ? extends R> onPending) {
    if (this instanceof Dropped dropped) {
      return onDropped.apply(dropped);
    }
    if (this instanceof NothingChosen nothing) {
      return onNothing.apply(nothing);
    }
    return this instanceof Pending pending
        ? onPending.apply(pending)
        : onUncuttable.apply((Uncuttable) this);
  }
}
