package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.account.boundary.SignIn;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/second-factor}: a code of the authenticator, or one for recovery. */
@Named
@RequestScoped
public class SecondFactorPage {
  @Inject SignIn signIn;
  @Inject SignInAnswer answer;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;

  private String code = "";

  public @Nullable String check() {
    return answer.to(
        signIn.secondFactor(visitor.caller(), answer.step(), code, answer.device(), answer.agent()),
        answer.wanted(),
        "code");
  }

  /** Whether a recovery code is asked for rather than one of the authenticator. */
  public boolean isRecovering() {
    return notices.request().getParameter("recovery") != null;
  }

  public Wanted getWanted() {
    return answer.wanted();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
