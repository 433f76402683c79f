package org.guichet.deposit.entity;

import java.util.function.Function;

/** What became of the wish to have a receipt sent again. */
public sealed interface SendingOutcome {
  /**
   * It is on its way.
   *
   * @param mails how many
   */
  record Sent(int mails) implements SendingOutcome {}

  /** It lies in the outbox again; the organisation has no receipts mailed to anybody. */
  record LaidOnly() implements SendingOutcome {}

  /** The one chosen isn't of the organisation, or has no active account any more. */
  record NobodyThere() implements SendingOutcome {}

  /** It was sent often enough for now. */
  record TooOften() implements SendingOutcome {}

  default <R> R fold(
      Function<? super Sent, ? extends R> onSent,
      Function<? super LaidOnly, ? extends R> onLaidOnly,
      Function<? super NobodyThere, ? extends R> onNobodyThere,
      Function<? super TooOften, ? extends R> onTooOften) {
    if (this instanceof Sent sent) {
      return onSent.apply(sent);
    }
    if (this instanceof LaidOnly laid) {
      return onLaidOnly.apply(laid);
    }
    if (this instanceof NobodyThere nobody) {
      return onNobodyThere.apply(nobody);
    }
    return onTooOften.apply((TooOften) this);
  }
}
