package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.account.entity.ArrivalOutcome;
import org.guichet.account.entity.ArrivalOutcome.Recognised;
import org.guichet.account.entity.ArrivalOutcome.Refused;
import org.guichet.account.entity.ArrivalOutcome.Unknown;
import org.guichet.account.entity.ProviderAnswer;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/provider-return}, where the provider sends browsers back to. It is seen only
 * when the way ends there; then it says why.
 */
@Named
@RequestScoped
public class ProviderReturnPage {
  private static final String IDENTITIES = "/portal/identities";

  @Inject ProviderSignIn provider;
  @Inject SignInAnswer answer;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String reason = "NOT_OURS";

  public @Nullable String arrive() {
    HttpServletRequest request = notices.request();
    String kept = SignInCookies.PROVIDER.in(request).orElse("");
    SignInCookies.PROVIDER.take(request, notices.response());
    ArrivalOutcome outcome =
        provider.arrive(
            visitor.caller(),
            new ProviderAnswer(
                parameter(request, "code"),
                parameter(request, "state"),
                parameter(request, "error")),
            kept,
            answer.device(),
            answer.agent());
    return outcome.<@Nullable String>fold(this::letIn, this::offer, this::refuse);
  }

  private static Optional<String> parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  private @Nullable String letIn(Recognised recognised) {
    return recognised
        .outcome()
        .<@Nullable String>fold(
            in -> answer.to(in, Wanted.of(recognised.wanted()), ""),
            needed -> answer.to(needed, Wanted.of(recognised.wanted()), ""),
            needed -> answer.to(needed, Wanted.of(recognised.wanted()), ""),
            expired -> say("EXPIRED"),
            refused -> say("REFUSED"));
  }

  private @Nullable String offer(Unknown unknown) {
    SignInCookies.OFFER.give(unknown.offer(), notices.request(), notices.response());
    return notices.to(unknown.signedIn() ? IDENTITIES : "/signin/link");
  }

  private @Nullable String refuse(Refused refused) {
    return refused.signedIn()
        ? notices.warning("provider." + refused.reason(), name()).to(IDENTITIES)
        : say(refused.reason().name());
  }

  private @Nullable String say(String why) {
    reason = why;
    return notices.stay();
  }

  private String name() {
    return provider.name(visitor.caller()).orElse("");
  }

  /** What people call the provider; empty when there is none. */
  public String getName() {
    return name();
  }

  /** Why the way ends here: the last part of its text's key. */
  public String getReason() {
    return reason;
  }
}
