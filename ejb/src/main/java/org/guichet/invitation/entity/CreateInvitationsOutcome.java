package org.guichet.invitation.entity;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What became of a wish for codes. */
public sealed interface CreateInvitationsOutcome {
  /**
   * They are there.
   *
   * @param batch what finds them again, together
   */
  record Created(UUID batch, int count) implements CreateInvitationsOutcome {}

  /** None was made. */
  record Refused(List<InvitationMistake> mistakes) implements CreateInvitationsOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Created, ? extends R> onCreated,
      Function<? super Refused, ? extends R> onRefused) {
    return this instanceof Created created
        ? onCreated.apply(created)
        : onRefused.apply((Refused) this);
  }
}
