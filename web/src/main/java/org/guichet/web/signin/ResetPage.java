package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.PasswordReset;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.ActivationView;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/reset}, where links for a new password lead. */
@Named
@RequestScoped
public class ResetPage extends PasswordByLink {
  @Inject PasswordReset passwordReset;

  @Override
  Optional<ActivationView> look(String token) {
    return passwordReset.look(visitor.caller(), token);
  }

  public @Nullable String change() {
    return passwordReset
        .reset(visitor.caller(), getToken(), typed())
        .<@Nullable String>fold(
            done -> notices.info("reset.CHANGED").to("/signin/login"),
            sent -> notices.stay(),
            refused -> refuse(refused.mistakes()));
  }

  /** A link that is over shows itself. */
  private @Nullable String refuse(List<AccountMistake> mistakes) {
    return notices
        .mistakes(mistakes.stream().filter(m -> !m.field().equals("token")).toList())
        .stay();
  }
}
