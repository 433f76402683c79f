package org.guichet.organisation.entity;

import java.util.List;
import java.util.function.Function;
import org.guichet.platform.entity.Settings;

/** What became of a password that somebody wanted to have. */
public sealed interface AddPasswordOutcome {
  /**
   * It may sign in now.
   *
   * @param password shown once: nothing but its hash is kept
   */
  record Added(KeyView key, Settings.Secret password) implements AddPasswordOutcome {}

  /** Nothing changed; all mistakes at once, in the order of the fields. */
  record Refused(List<Mistake> mistakes) implements AddPasswordOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Added, ? extends R> onAdded,
      Function<? super Refused, ? extends R> onRefused) {
    return this instanceof Added added ? onAdded.apply(added) : onRefused.apply((Refused) this);
  }
}
