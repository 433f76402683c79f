package org.guichet.account.entity;

import java.util.List;
import java.util.function.Function;

/** What became of a try to sign in, or of a step of it. */
public sealed interface SignInOutcome {
  /**
   * In.
   *
   * @param session what proves it from now on; shown once
   * @param device by which the browser is known next time; shown once
   * @param recoveryCodes of a second factor that was enrolled now; shown once, else empty
   */
  record SignedIn(String session, String device, SignedInPerson person, List<String> recoveryCodes)
      implements SignInOutcome {
    public SignedIn {
      recoveryCodes = List.copyOf(recoveryCodes);
    }
  }

  /**
   * The password is right; a code is missing.
   *
   * @param step what goes with the code
   */
  record SecondFactorNeeded(String step) implements SignInOutcome {}

  /**
   * The password is right; what the account may do asks for a second factor, and it has none.
   *
   * @param step what goes with the first code
   */
  record EnrolmentNeeded(String step, Enrolment enrolment) implements SignInOutcome {}

  /**
   * The password is right, but the time of the account is over.
   *
   * @param step with which its person may ask to be renewed
   */
  record Expired(String step) implements SignInOutcome {}

  /** Not in. */
  record Refused(Reason reason) implements SignInOutcome {}

  /** Why not. */
  enum Reason {
    /** One answer for all: unknown, wrong, disabled, tried too often. */
    NAME_OR_PASSWORD,
    /** The code is wrong, used, or was tried too often. */
    CODE,
    /** It took too long, or too many codes were wrong: from the password again. */
    STEP_OVER
  }

  default <R> R fold(
      Function<? super SignedIn, ? extends R> onSignedIn,
      Function<? super SecondFactorNeeded, ? extends R> onSecondFactorNeeded,
      Function<? super EnrolmentNeeded, ? extends R> onEnrolmentNeeded,
      Function<? super Expired, ? extends R> onExpired,
      Function<? super Refused, ? extends R> onRefused) {
    if (this instanceof SignedIn signedIn) {
      return onSignedIn.apply(signedIn);
    }
    if (this instanceof SecondFactorNeeded secondFactorNeeded) {
      return onSecondFactorNeeded.apply(secondFactorNeeded);
    }
    if (this instanceof EnrolmentNeeded enrolmentNeeded) {
      return onEnrolmentNeeded.apply(enrolmentNeeded);
    }
    if (this instanceof Expired expired) {
      return onExpired.apply(expired);
    }
    return onRefused.apply((Refused) this);
  }
}
