package org.guichet.account.entity;

import java.util.function.Function;

/** What became of somebody who came back from the provider. */
public sealed interface ArrivalOutcome {
  /**
   * The identity is linked: its person is in, or a step is missing still.
   *
   * @param wanted where the person was going
   */
  record Recognised(SignInOutcome outcome, String wanted) implements ArrivalOutcome {}

  /**
   * Nobody's account is linked with this identity.
   *
   * @param offer with which its person may link it; shown once
   * @param signedIn whether it was asked for by somebody who is in already
   */
  record Unknown(String offer, boolean signedIn) implements ArrivalOutcome {}

  /**
   * Nothing came of it.
   *
   * @param signedIn whether it was asked for by somebody who is in already
   */
  record Refused(Reason reason, boolean signedIn) implements ArrivalOutcome {}

  /** Why not. */
  enum Reason {
    /** It doesn't belong to a way that began here a short while ago, or was used before. */
    NOT_OURS,
    /** The person or the provider broke it off. */
    BROKEN_OFF,
    /** The provider doesn't answer, or answers that it can't. */
    UNREACHABLE,
    /** What the provider says doesn't hold. */
    UNPROVEN,
    /** Tried too often. */
    TOO_OFTEN,
    /** The identity is linked with another account. */
    LINKED_ELSEWHERE,
    /** The identity is linked with this very account. */
    LINKED_ALREADY
  }

  default <R> R fold(
      Function<? super Recognised, ? extends R> onRecognised,
      Function<? super Unknown, ? extends R> onUnknown,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Recognised recognised) {
      return onRecognised.apply(recognised);
    }
    if (this instanceof Unknown unknown) {
      return onUnknown.apply(unknown);
    }
    return onRefused.apply((Refused) this);
  }
}
