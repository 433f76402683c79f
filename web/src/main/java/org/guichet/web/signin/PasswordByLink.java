package org.guichet.web.signin;

import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.account.boundary.Activation;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.ActivationView;
import org.guichet.account.entity.PasswordStrength;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * A page where links lead by which people choose a password. Looking at it changes nothing: the
 * scanners of mails look, too. The button does.
 */
public abstract class PasswordByLink {
  @Inject Activation activation;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String password = "";
  private @Nullable ActivationView view;

  /** What the link of this token is about, while it works. */
  abstract Optional<ActivationView> look(String token);

  private Optional<ActivationView> view() {
    if (view == null) {
      view = look(getToken()).orElse(null);
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

  /** What was typed. */
  String typed() {
    return password;
  }

  /** Never given back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
