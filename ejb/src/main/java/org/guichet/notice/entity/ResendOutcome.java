package org.guichet.notice.entity;

import java.util.function.Function;

/** What became of the wish to send a notice again. */
public sealed interface ResendOutcome {
  /** It waits again, and leaves at once. */
  record Requeued(NoticeView notice) implements ResendOutcome {}

  /** Nothing changed: it waits already, or arrived as far as is known. */
  record NotFailed(NoticeView notice) implements ResendOutcome {}

  /** Nothing changed: it held what opens something, so what it said is forgotten. */
  record Forgotten(NoticeView notice) implements ResendOutcome {}

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Requeued, ? extends R> onRequeued,
      Function<? super NotFailed, ? extends R> onNotFailed,
      Function<? super Forgotten, ? extends R> onForgotten) {
    if (this instanceof Requeued requeued) {
      return onRequeued.apply(requeued);
    }
    if (this instanceof NotFailed not) {
      return onNotFailed.apply(not);
    }
    return onForgotten.apply((Forgotten) this);
  }
}
