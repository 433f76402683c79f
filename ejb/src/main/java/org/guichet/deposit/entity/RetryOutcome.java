package org.guichet.deposit.entity;

import java.util.function.Function;

/** What became of the wish to go on with a failed deposit. */
public sealed interface RetryOutcome {
  /** It waits at the end of its line. */
  record BackInLine(long number) implements RetryOutcome {}

  /** It hasn't failed, so there is nothing to do. */
  record NotFailed(long number, DepositStatus status) implements RetryOutcome {}

  /** One function per outcome. */
  default <R> R fold(
      Function<? super BackInLine, ? extends R> onBackInLine,
      Function<? super NotFailed, ? extends R> onNotFailed) {
    if (this instanceof BackInLine back) {
      return onBackInLine.apply(back);
    }
    return onNotFailed.apply((NotFailed) this);
  }
}
