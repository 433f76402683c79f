package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.guichet.account.entity.ActivationOutcome;
import org.guichet.account.entity.ActivationView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/activation}, where activation links lead. */
@Named
@RequestScoped
public class ActivationPage extends PasswordByLink {
  /** Who registered alone holds an invitation code. */
  private static final Wanted REDEEM = new Wanted("/portal/redeem");

  @Override
  Optional<ActivationView> look(String token) {
    return activation.look(visitor.caller(), token);
  }

  public @Nullable String activate() {
    return activation
        .activate(visitor.caller(), getToken(), typed())
        .<@Nullable String>fold(
            done ->
                notices
                    .info("activation.ACTIVATED", done.login())
                    .to(done.personal() ? REDEEM.signInAddress() : "/signin/login"),
            over -> notices.stay(),
            taken -> seatTaken(taken),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  private @Nullable String seatTaken(ActivationOutcome.SeatTaken taken) {
    return notices
        .warning("activation.SEAT_TAKEN", CurrentVisitor.all(taken.administrators()))
        .to("/signin/login");
  }
}
