package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** What became of the wish to keep a passage that somebody types. */
public sealed interface KeepEntryOutcome {
  /** It is kept under this id. */
  record Kept(UUID id) implements KeepEntryOutcome {}

  /** Somebody else has gone on with it meanwhile: nothing was kept. */
  record Overtaken(String editor, Instant editedAt) implements KeepEntryOutcome {}

  /** The organisation keeps as many as it may. */
  record Full(int most) implements KeepEntryOutcome {}

  /** One function per outcome. */
  default <R> R fold(
      Function<? super Kept, ? extends R> onKept,
      Function<? super Overtaken, ? extends R> onOvertaken,
      Function<? super Full, ? extends R> onFull) {
    if (this instanceof Kept kept) {
      return onKept.apply(kept);
    }
    return this instanceof Full full ? onFull.apply(full) : onOvertaken.apply((Overtaken) this);
  }
}
