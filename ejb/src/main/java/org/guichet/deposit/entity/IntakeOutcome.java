package org.guichet.deposit.entity;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;

/** What became of a handed-over file. In all cases it is kept, and receipts will follow. */
public sealed interface IntakeOutcome {
  /** A deposit of its own. */
  record Registered(DepositId id, long number) implements IntakeOutcome {}

  /** The same bytes as an earlier drop of the same organisation that still stands. */
  record AlreadyKnown(DepositId earlier, long number) implements IntakeOutcome {}

  /**
   * No deposit, but a file of people.
   *
   * @param id of the import that it belongs to; empty where it was refused, and its sender told
   */
  record Imported(Optional<UUID> id) implements IntakeOutcome {}

  /** Under which its receipts come; empty for a file of people. */
  default OptionalLong receiptNumber() {
    if (this instanceof Registered registered) {
      return OptionalLong.of(registered.number());
    }
    return this instanceof AlreadyKnown known
        ? OptionalLong.of(known.number())
        : OptionalLong.empty();
  }

  /** The deposit that stands for the file; empty for a file of people. */
  default Optional<DepositId> deposit() {
    if (this instanceof Registered registered) {
      return Optional.of(registered.id());
    }
    return this instanceof AlreadyKnown known ? Optional.of(known.earlier()) : Optional.empty();
  }
}
