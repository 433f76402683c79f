package org.guichet.assistance.entity;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.guichet.organisation.entity.Mistake;

/** What became of a decision on a request. */
public sealed interface DecisionOutcome {
  /**
   * What was asked for is given, and mailed.
   *
   * @param organisation its name
   */
  record Accepted(String organisation, String matricule) implements DecisionOutcome {}

  /** It is refused, and the reason mailed. */
  record TurnedDown() implements DecisionOutcome {}

  /**
   * Somebody decided before: nothing changed.
   *
   * @param by name of whoever did; empty where there is none
   */
  record AlreadyDecided(TicketStatus status, String by, Instant at) implements DecisionOutcome {}

  /**
   * Nothing changed; all mistakes at once.
   *
   * @param ofTheOrganisation what the register of organisations says against it
   */
  record Mistaken(List<TicketMistake> mistakes, List<Mistake> ofTheOrganisation)
      implements DecisionOutcome {
    public Mistaken {
      mistakes = List.copyOf(mistakes);
      ofTheOrganisation = List.copyOf(ofTheOrganisation);
    }

    public Mistaken(List<TicketMistake> mistakes) {
      this(mistakes, List.of());
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Accepted, ? extends R> onAccepted,
      Function<? super TurnedDown, ? extends R> onTurnedDown,
      Function<? super AlreadyDecided, ? extends R> onAlreadyDecided,
      Function<? super Mistaken, ? extends R> onMistaken) {
    if (this instanceof Accepted accepted) {
      return onAccepted.apply(accepted);
    }
    if (this instanceof TurnedDown down) {
      return onTurnedDown.apply(down);
    }
    if (this instanceof AlreadyDecided already) {
      return onAlreadyDecided.apply(already);
    }
    return onMistaken.apply((Mistaken) this);
  }
}
