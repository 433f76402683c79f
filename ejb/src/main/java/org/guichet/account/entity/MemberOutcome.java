package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of doing something to a member. */
public sealed interface MemberOutcome {
  /** It is so now. */
  record Done(MemberView member) implements MemberOutcome {}

  /** Nothing changed: the person belongs to others too, and was asked by mail. */
  record Proposed() implements MemberOutcome {}

  /** The person doesn’t belong to the organisation any more; the account stays. */
  record Left() implements MemberOutcome {}

  /** Nothing changed. */
  record Refused(List<AccountMistake> mistakes) implements MemberOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Done, ? extends R> onDone,
      Function<? super Proposed, ? extends R> onProposed,
      Function<? super Left, ? extends R> onLeft,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Done done) {
      return onDone.apply(done);
    }
    if (this instanceof Proposed proposed) {
      return onProposed.apply(proposed);
    }
    if (this instanceof Left left) {
      return onLeft.apply(left);
    }
    return onRefused.apply((Refused) this);
  }
}
