package org.guichet.web.signin;

import org.guichet.account.entity.RegistrationOutcome;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/** What whoever registers is told, in whichever way. */
final class RegistrationAnswer {
  private RegistrationAnswer() {}

  static @Nullable String of(RegistrationOutcome outcome, Notices notices) {
    return outcome.<@Nullable String>fold(
        asked -> notices.to("/signin/sent"),
        them ->
            notices
                .error("registration.ASK_THEM", CurrentVisitor.all(them.administrators()))
                .stay(),
        unknown -> notices.error("registration.NOT_RECOGNISED").stay(),
        refused -> notices.mistakes(refused.mistakes()).stay());
  }
}
