package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of changing something of the own account. */
public sealed interface OwnChangeOutcome {
  /** It is so now. */
  record Done() implements OwnChangeOutcome {}

  /** It will be so once the link in the mail was followed. */
  record MailSent() implements OwnChangeOutcome {}

  /** Nothing changed. */
  record Refused(List<AccountMistake> mistakes) implements OwnChangeOutcome {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  default <R> R fold(
      Function<? super Done, ? extends R> onDone,
      Function<? super MailSent, ? extends R> onMailSent,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof Done done) {
      return onDone.apply(done);
    }
    if (this instanceof MailSent mailSent) {
      return onMailSent.apply(mailSent);
    }
    return onRefused.apply((Refused) this);
  }
}
