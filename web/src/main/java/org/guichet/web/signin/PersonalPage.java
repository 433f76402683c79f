package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.account.boundary.Registration;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.PersonForm;
import org.jspecify.annotations.Nullable;

/** Backs {@code /signin/personal}: an account without any right, for an invitation code to come. */
@Named
@RequestScoped
public class PersonalPage {
  @Inject Registration registration;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;

  private final PersonForm person = new PersonForm();

  public @Nullable String register() {
    return RegistrationAnswer.of(
        registration.registerPersonally(visitor.caller(), person.reading(language.getLocale())),
        notices);
  }

  /** Who it is. */
  public PersonForm getPerson() {
    return person;
  }
}
