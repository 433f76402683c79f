package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of following an activation link. */
public sealed interface ActivationOutcome {
  /**
   * The account works.
   *
   * @param administrator whether its person became the first administrator of an organisation
   * @param personal whether it has no right yet, and waits for an invitation code
   */
  record Activated(String login, boolean administrator, boolean personal)
      implements ActivationOutcome {}

  /** The link was used, replaced, or its time is over: another can be asked for. */
  record LinkOver() implements ActivationOutcome {}

  /**
   * Somebody else became the first administrator meanwhile; the account works, without any right.
   */
  record SeatTaken(List<PersonName> administrators) implements ActivationOutcome {
    public SeatTaken {
      administrators = List.copyOf(administrators);
    }
  }

  /** The password isn’t one; nothing changed. */
  record Refused(List<AccountMistake> mistakes) implements ActivationOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Activated, ? extends R> onActivated,
      Function<? super LinkOver, ? extends R> onLinkOver,
      Function<? super SeatTaken, ? extends R> onSeatTaken,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Activated activated) {
      return onActivated.apply(activated);
    }
    if (this instanceof LinkOver linkOver) {
      return onLinkOver.apply(linkOver);
    }
    if (this instanceof SeatTaken seatTaken) {
      return onSeatTaken.apply(seatTaken);
    }
    return onRefused.apply((Refused) this);
  }
}
