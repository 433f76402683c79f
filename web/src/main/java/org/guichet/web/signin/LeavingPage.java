package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/leaving}: somebody signed out here, and is signed out at the provider. */
@Named
@RequestScoped
public class LeavingPage {
  /** Request attribute: where the browser goes on to, to be signed out there. */
  static final String FAREWELL = LeavingPage.class.getName();

  @Inject ProviderSignIn provider;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  /** Where the browser goes on to; null for nowhere. */
  public @Nullable String getFarewell() {
    return notices.request().getAttribute(FAREWELL) instanceof URI address
        ? address.toString()
        : null;
  }

  /** What people call the provider; empty when there is none. */
  public String getName() {
    return provider.name(visitor.caller()).orElse("");
  }
}
