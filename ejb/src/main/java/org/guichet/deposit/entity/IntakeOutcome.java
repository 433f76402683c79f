package org.guichet.deposit.entity;

import java.util.function.Function;
import org.guichet.platform.entity.DepositId;

/** What became of a handed-over file. In all cases it is kept, and receipts will follow. */
public sealed interface IntakeOutcome {
  /** A deposit of its own. */
  record Registered(DepositId id, long number) implements IntakeOutcome {}

  /** The same bytes as an earlier drop of the same organisation that still stands. */
  record AlreadyKnown(DepositId earlier, long number) implements IntakeOutcome {}

  /** One function per outcome; a third outcome adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Registered, ? extends R> onRegistered,
      Function<? super AlreadyKnown, ? extends R> onAlreadyKnown) {
    if (this instanceof Registered registered) {
      return onRegistered.apply(registered);
    }
    return onAlreadyKnown.apply((AlreadyKnown) this);
  }
}
