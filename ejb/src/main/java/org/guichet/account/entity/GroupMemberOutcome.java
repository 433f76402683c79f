package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of doing something to a person of a group. */
public sealed interface GroupMemberOutcome {
  /** It holds from now on, and the person is told. */
  record Changed(GroupMemberView member) implements GroupMemberOutcome {}

  /** It was so already. */
  record Unchanged(GroupMemberView member) implements GroupMemberOutcome {}

  /** Nothing changed. */
  record Refused(List<AccountMistake> mistakes) implements GroupMemberOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Changed, ? extends R> onChanged,
      Function<? super Unchanged, ? extends R> onUnchanged,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Changed changed) {
      return onChanged.apply(changed);
    }
    if (this instanceof Unchanged unchanged) {
      return onUnchanged.apply(unchanged);
    }
    return onRefused.apply((Refused) this);
  }
}
