package org.guichet.lifecycle;

import java.io.Serial;

/** A status was told to move where its lifecycle doesn't lead: a fault of ours, never an input. */
public class IllegalMoveException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  public <S extends Enum<S>> IllegalMoveException(S from, S to) {
    super(from.getDeclaringClass().getSimpleName() + ": " + from + " -> " + to);
  }
}
