package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.Activation;
import org.guichet.account.boundary.PasswordReset;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.ActivationView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/reset}, where links for a new password lead. Only its button does it. */
@Named
@RequestScoped
public class ResetPage {
  @Inject PasswordReset passwordReset;
  @Inject Activation activation;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String password = "";
  private @Nullable ActivationView view;

  public @Nullable String change() {
    return passwordReset
        .reset(visitor.caller(), getToken(), password)
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

  private Optional<ActivationView> view() {
    if (view == null) {
      view = passwordReset.look(visitor.caller(), getToken()).orElse(null);
    }
    return Optional.ofNullable(view);
  }

  /** Whether the link still works. */
  public boolean isOpen() {
    return view().isPresent();
  }

  public String getLogin() {
    return view().map(ActivationView::login).orElse("");
  }

  /** What the link proves itself by. */
  public String getToken() {
    String token = notices.request().getParameter("token");
    return token == null ? "" : token;
  }

  /** The fewest characters of a password. */
  public int getLeast() {
    return ActivationPage.least(activation.judge(visitor.caller(), "", ""));
  }

  /** Never given back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
