package org.guichet.audit.entity;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a walk through the chain found. */
public sealed interface Verification {
  /**
   * Every entry is as it was sealed.
   *
   * @param unsealed entries that wait for their seal
   */
  record Whole(ChainHead head, long unsealed) implements Verification {}

  /**
   * Somebody changed something.
   *
   * @param position of the first entry that isn't as it was sealed
   * @param id of the row that lies there, if one does
   */
  record Broken(long position, Optional<UUID> id, Fault fault) implements Verification {}

  /** What is wrong with an entry. */
  enum Fault {
    /** It lies where it was sealed, but says something else. */
    CHANGED,
    /** It was taken out. */
    MISSING,
    /** It was sealed at another place. */
    REORDERED,
    /** It was never sealed. */
    INSERTED,
    /** From here or before, the chain was made anew: it isn't the one whose head was exported. */
    REWRITTEN
  }

  default <R> R fold(
      Function<? super Whole, ? extends R> onWhole,
      Function<? super Broken, ? extends R> onBroken) {
    return this instanceof Whole whole ? onWhole.apply(whole) : onBroken.apply((Broken) this);
  }
}
