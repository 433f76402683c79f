package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.OwnIdentities;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.account.entity.IdentityView;
import org.guichet.account.entity.OfferView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.signin.SignInCookies;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/identities}: the identities of the provider that the account is linked with.
 */
@Named
@RequestScoped
public class IdentitiesPage {
  private static final String HERE = "/portal/identities";

  @Inject OwnIdentities identities;
  @Inject ProviderSignIn provider;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String present = "";
  private @Nullable List<IdentityView> linked;
  private @Nullable OfferView offer;

  public @Nullable String link() {
    return identities
        .link(visitor.caller(), token(), present)
        .<@Nullable String>fold(
            done -> {
              forget();
              return notices.info("identities.LINKED").to(HERE);
            },
            sent -> notices.stay(),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  /** What came from the provider isn't linked. */
  public @Nullable String leave() {
    forget();
    return notices.to(HERE);
  }

  private void forget() {
    SignInCookies.OFFER.take(notices.request(), notices.response());
  }

  private String token() {
    return SignInCookies.OFFER.in(notices.request()).orElse("");
  }

  private Optional<OfferView> offer() {
    if (offer == null) {
      offer = identities.offer(visitor.caller(), token()).orElse(null);
    }
    return Optional.ofNullable(offer);
  }

  /** Whether something came from the provider that may be linked now. */
  public boolean isOffered() {
    return offer().isPresent();
  }

  /** What the person is called in what may be linked now. */
  public String getLabel() {
    return offer().map(OfferView::label).orElse("");
  }

  /** What people call the provider; empty when there is none any more. */
  public String getProvider() {
    return provider.name(visitor.caller()).orElse("");
  }

  public List<IdentityView> getLinked() {
    if (linked == null) {
      linked = identities.list(visitor.caller());
    }
    return linked;
  }

  /** Never given back. */
  public String getPresent() {
    return "";
  }

  public void setPresent(String present) {
    this.present = present;
  }
}
