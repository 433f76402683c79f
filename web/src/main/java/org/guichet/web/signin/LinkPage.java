package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.guichet.account.boundary.OwnIdentities;
import org.guichet.account.boundary.SignIn;
import org.guichet.account.entity.OfferView;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/link}: somebody comes from the provider whom nobody knows here, and links
 * that identity by signing in once with the own password.
 */
@Named
@RequestScoped
public class LinkPage {
  /** There it is seen that it is linked. */
  private static final Wanted THEN = Wanted.of("/portal/identities");

  @Inject OwnIdentities identities;
  @Inject SignIn signIn;
  @Inject SignInAnswer answer;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String name = "";
  private String password = "";
  private @Nullable OfferView offer;

  public @Nullable String link() {
    SignInOutcome outcome =
        signIn.linking(visitor.caller(), token(), name, password, answer.device(), answer.agent());
    return outcome instanceof SignInOutcome.Refused refused
            && refused.reason() == SignInOutcome.Reason.STEP_OVER
        ? notices.stay()
        : answer.to(outcome, THEN, "password");
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

  /** Whether there is something to link: it came from the provider not too long ago. */
  public boolean isOpen() {
    return offer().isPresent();
  }

  /** What people call the provider. */
  public String getProvider() {
    return offer().map(OfferView::provider).orElse("");
  }

  /** What the person is called there. */
  public String getLabel() {
    return offer().map(OfferView::label).orElse("");
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Never given back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
