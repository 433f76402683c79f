package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.account.boundary.Registration;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/personal}: an account without any right, for an invitation code to come. */
@Named
@RequestScoped
public class PersonalPage {
  @Inject Registration registration;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;

  private String given = "";
  private String family = "";
  private String email = "";

  public @Nullable String register() {
    NewPerson person = new NewPerson(new PersonName(given, family), email, language.getLocale());
    return registration
        .registerPersonally(visitor.caller(), person)
        .<@Nullable String>fold(
            asked -> notices.to("/signin/sent"),
            them ->
                notices
                    .error("registration.ASK_THEM", CurrentVisitor.all(them.administrators()))
                    .stay(),
            unknown -> notices.error("registration.NOT_RECOGNISED").stay(),
            refused -> notices.mistakes(refused.mistakes()).stay());
  }

  public String getGiven() {
    return given;
  }

  public void setGiven(String given) {
    this.given = given;
  }

  public String getFamily() {
    return family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
