package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.guichet.account.boundary.Activation;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.ActivationOutcome;
import org.guichet.account.entity.ActivationView;
import org.guichet.account.entity.PasswordStrength;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/activation}, where activation links lead. Looking at it changes nothing: the
 * scanners of mails look, too. The button does.
 */
@Named
@RequestScoped
public class ActivationPage {
  @Inject Activation activation;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String password = "";
  private @Nullable ActivationView view;

  public @Nullable String activate() {
    return activation
        .activate(visitor.caller(), getToken(), password)
        .<@Nullable String>fold(
            done -> notices.info("activation.ACTIVATED", done.login()).to("/signin/login"),
            over -> notices.stay(),
            taken -> seatTaken(taken),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  private @Nullable String seatTaken(ActivationOutcome.SeatTaken taken) {
    return notices
        .warning("activation.SEAT_TAKEN", CurrentVisitor.all(taken.administrators()))
        .to("/signin/login");
  }

  private Optional<ActivationView> view() {
    if (view == null) {
      view = activation.look(visitor.caller(), getToken()).orElse(null);
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
    return least(activation.judge(visitor.caller(), "", ""));
  }

  /** How long a password must be, as the judgement of none says. */
  public static int least(PasswordStrength ofNone) {
    return ofNone.mistakes().stream()
        .filter(mistake -> mistake.code() == AccountMistake.Code.PASSWORD_TOO_SHORT)
        .map(mistake -> Integer.parseInt(mistake.arguments().get(0)))
        .findFirst()
        .orElse(1);
  }

  /** Never given back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
