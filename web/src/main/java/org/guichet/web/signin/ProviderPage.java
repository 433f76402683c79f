package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.account.entity.Departure;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/provider}, which leads to the provider at once. It is seen only when that
 * can't be. Looking at it changes nothing: the browser alone keeps what it needs to come back.
 */
@Named
@RequestScoped
public class ProviderPage {
  /** Of the address: an identity is to be linked with the account of who is signed in. */
  private static final String LINK = "link";

  @Inject ProviderSignIn provider;
  @Inject SignInAnswer answer;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;

  public @Nullable String depart() {
    boolean linking = visitor.isSignedIn() && notices.request().getParameter(LINK) != null;
    Optional<Departure> departure =
        linking
            ? provider.departToLink(visitor.caller(), language.getLocale())
            : provider.depart(visitor.caller(), getWanted().address(), language.getLocale());
    departure.ifPresent(
        way -> {
          SignInCookies.PROVIDER.give(way.kept(), notices.request(), notices.response());
          notices.away(way.address());
        });
    return notices.stay();
  }

  /** What people call the provider; null when there is none. */
  public @Nullable String getName() {
    return provider.name(visitor.caller()).orElse(null);
  }

  public Wanted getWanted() {
    return answer.wanted();
  }
}
