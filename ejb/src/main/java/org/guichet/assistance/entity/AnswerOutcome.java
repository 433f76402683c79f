package org.guichet.assistance.entity;

import java.util.List;
import java.util.function.Function;

/** What became of something that somebody wanted to say in a thread, or of its closing. */
public sealed interface AnswerOutcome {
  /** It stands in the thread, and the other side is told. */
  record Done() implements AnswerOutcome {}

  /** Somebody said something else meanwhile: nothing was written, it is to be read first. */
  record Overtaken() implements AnswerOutcome {}

  /** The request ended: nothing is written in its thread any more. */
  record Over() implements AnswerOutcome {}

  /** Too many came in short time: nothing was written. */
  record TooMany() implements AnswerOutcome {}

  /** Nothing was written; all mistakes at once. */
  record Refused(List<TicketMistake> mistakes) implements AnswerOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** One function per outcome; a further one adds a parameter, and callers stop compiling. */
  default <R> R fold(
      Function<? super Done, ? extends R> onDone,
      Function<? super Overtaken, ? extends R> onOvertaken,
      Function<? super Over, ? extends R> onOver,
      Function<? super TooMany, ? extends R> onTooMany,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Done done) {
      return onDone.apply(done);
    }
    if (this instanceof Overtaken overtaken) {
      return onOvertaken.apply(overtaken);
    }
    if (this instanceof Over over) {
      return onOver.apply(over);
    }
    if (this instanceof TooMany many) {
      return onTooMany.apply(many);
    }
    return onRefused.apply((Refused) this);
  }
}
