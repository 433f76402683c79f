package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.account.boundary.PasswordReset;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/forgotten}: a mail with the login and a link, for a new password or for the
 * activation. The answer is the same whoever asks.
 */
@Named
@RequestScoped
public class ForgottenPage {
  @Inject PasswordReset passwordReset;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String name = "";

  public @Nullable String ask() {
    passwordReset.ask(visitor.caller(), name);
    return notices.to("/signin/sent");
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
