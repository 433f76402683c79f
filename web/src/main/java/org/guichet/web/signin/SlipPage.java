package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.account.boundary.Activation;
import org.guichet.roster.boundary.SlipEntrance;
import org.guichet.roster.entity.SlipWish;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/slip}: people come in for the first time, with a slip that they were given.
 */
@Named
@RequestScoped
public class SlipPage {
  private static final Wanted RECORD = new Wanted("/portal/my-record");

  @Inject SlipEntrance entrance;
  @Inject Activation activation;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;

  private String login = "";
  private String code = "";
  private String password = "";
  private String email = "";

  public @Nullable String enter() {
    SlipWish wish = new SlipWish(login, code, password, email, language.getLocale());
    return entrance
        .enter(visitor.caller(), wish)
        .<@Nullable String>fold(
            entered -> notices.info("slip.ENTERED", entered.login()).to(RECORD.signInAddress()),
            not -> notices.error("slip.NOT_RECOGNISED").stay(),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  /** The fewest characters of a password. */
  public int getLeast() {
    return PasswordByLink.least(activation.judge(visitor.caller(), "", ""));
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** Never given back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getEmail() {
    return email;
  }

  /** Faces tells an empty field as null. */
  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email;
  }
}
