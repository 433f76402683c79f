package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.account.boundary.SignIn;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/login}: name and password. */
@Named
@RequestScoped
public class LoginPage {
  @Inject SignIn signIn;
  @Inject SignInAnswer answer;
  @Inject ProviderSignIn provider;
  @Inject CurrentVisitor visitor;

  private String name = "";
  private String password = "";

  public @Nullable String signIn() {
    return answer.to(
        signIn.password(visitor.caller(), name, password, answer.device(), answer.agent()),
        answer.wanted(),
        "password");
  }

  /** What people call the provider that they may sign in with; null for none. */
  public @Nullable String getProvider() {
    return provider.name(visitor.caller()).orElse(null);
  }

  public Wanted getWanted() {
    return answer.wanted();
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
