package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignInOutcome.Reason;
import org.guichet.account.entity.SignInOutcome.SignedIn;
import org.guichet.web.LanguageChoice;
import org.guichet.web.Notices;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/** What all steps of signing in answer alike: cookies, and the page that comes next. */
@RequestScoped
public class SignInAnswer {
  @Inject Notices notices;

  private List<String> recoveryCodes = List.of();

  /**
   * The action's outcome.
   *
   * @param field the field that was wrong when the code is
   */
  @Nullable String to(SignInOutcome outcome, Wanted wanted, String field) {
    return outcome.<@Nullable String>fold(
        in -> arrive(in, wanted),
        needed -> goOn(needed.step(), "/signin/second-factor", wanted),
        needed -> goOn(needed.step(), "/signin/enrolment", wanted),
        expired -> notices.error("sign-in.EXPIRED").stay(),
        refused -> refuse(refused.reason(), wanted, field));
  }

  private @Nullable String arrive(SignedIn in, Wanted wanted) {
    HttpServletRequest request = notices.request();
    HttpServletResponse response = notices.response();
    SignInCookies.SESSION.give(in.session(), request, response);
    SignInCookies.DEVICE.give(in.device(), request, response);
    SignInCookies.STEP.take(request, response);
    SignInCookies.OFFER.take(request, response);
    LanguageChoice.suggest(in.person().language(), request, response);
    recoveryCodes = in.recoveryCodes();
    return recoveryCodes.isEmpty()
        ? notices.to(wanted.address())
        : notices.show("/signin/recovery-codes");
  }

  private @Nullable String goOn(String step, String view, Wanted wanted) {
    SignInCookies.STEP.give(step, notices.request(), notices.response());
    return notices.to(view + "?" + Wanted.PARAMETER + "=" + wanted.encoded());
  }

  private @Nullable String refuse(Reason reason, Wanted wanted, String field) {
    return switch (reason) {
      case NAME_OR_PASSWORD -> notices.error("sign-in.REFUSED").stay();
      case CODE -> notices.errorAt(field, "second-factor.CODE_WRONG").stay();
      case STEP_OVER -> {
        SignInCookies.STEP.take(notices.request(), notices.response());
        yield notices.warning("sign-in.STEP_OVER").to(wanted.signInAddress());
      }
    };
  }

  /** Codes that were made while signing in, to be shown once. */
  List<String> recoveryCodes() {
    return recoveryCodes;
  }

  /** What the browser showed of an earlier step; empty for nothing. */
  String step() {
    return SignInCookies.STEP.in(notices.request()).orElse("");
  }

  String device() {
    return SignInCookies.DEVICE.in(notices.request()).orElse("");
  }

  String agent() {
    String agent = notices.request().getHeader("User-Agent");
    return agent == null ? "" : agent;
  }

  /** Where the way leads once somebody is in. */
  Wanted wanted() {
    return Wanted.of(notices.request().getParameter(Wanted.PARAMETER));
  }
}
