package org.guichet.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guichet.account.boundary.Registration;
import org.guichet.account.entity.RegistrationRequest;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.PersonForm;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/registration}: the first administrator of an organisation makes an account.
 */
@Named
@RequestScoped
public class RegistrationPage {
  @Inject Registration registration;
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;

  private final PersonForm person = new PersonForm();
  private String matricule = "";
  private String contract = "";
  private String code = "";

  public @Nullable String register() {
    return RegistrationAnswer.of(
        registration.register(
            visitor.caller(),
            new RegistrationRequest(
                person.reading(language.getLocale()), matricule, contract, code)),
        notices);
  }

  public String getMatricule() {
    return matricule;
  }

  public void setMatricule(String matricule) {
    this.matricule = matricule;
  }

  public String getContract() {
    return contract;
  }

  public void setContract(String contract) {
    this.contract = contract;
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
  }

  /** Who it is. */
  public PersonForm getPerson() {
    return person;
  }
}
