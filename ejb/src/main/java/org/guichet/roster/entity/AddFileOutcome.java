package org.guichet.roster.entity;

import java.util.function.Function;

/** Whether a file was taken into an import. */
public sealed interface AddFileOutcome {
  /** It is among the files. */
  record Taken(int place) implements AddFileOutcome {}

  /**
   * It has more bytes than files may have.
   *
   * @param most in bytes
   */
  record TooLarge(long most) implements AddFileOutcome {}

  /** It is there already, byte for byte, for the same profile. */
  record AlreadyThere(String name) implements AddFileOutcome {}

  /** The import has as many files as one may have. */
  record TooMany(int most) implements AddFileOutcome {}

  default <T> T fold(
      Function<Taken, T> taken,
      Function<TooLarge, T> tooLarge,
      Function<AlreadyThere, T> alreadyThere,
      Function<TooMany, T> tooMany) {
    if (this instanceof Taken one) {
      return taken.apply(one);
    }
    if (this instanceof TooLarge one) {
      return tooLarge.apply(one);
    }
    if (this instanceof AlreadyThere one) {
      return alreadyThere.apply(one);
    }
    return tooMany.apply((TooMany) this);
  }
}
