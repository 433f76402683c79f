package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/new-organisation}: an organisation is added without a ticket. */
@Named
@RequestScoped
public class NewOrganisationPage {
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject OrganisationRegister register;

  private String matricule = "";
  private String name = "";
  private String email = "";
  private String tongue = "fr";
  private String contract = "";

  public @Nullable String add() {
    NewOrganisation data =
        new NewOrganisation(
            matricule,
            name,
            email,
            Locale.forLanguageTag(tongue),
            Optional.of(contract.strip()).filter(number -> !number.isEmpty()),
            CheckingMode.STRICT);
    return register
        .add(visitor.caller(), data)
        .<@Nullable String>fold(
            added -> done(added.organisation()),
            more -> done(more.organisation()),
            there -> done(there.organisation()),
            refused -> notices.organisationMistakes(refused.mistakes()).stay());
  }

  private @Nullable String done(OrganisationView organisation) {
    return notices
        .info("record.ADDED", organisation.name())
        .to("/portal/organisation-record?m=" + organisation.matricule().value());
  }

  public List<PageLanguage.Other> getTongues() {
    return language.getAll();
  }

  public String getMatricule() {
    return matricule;
  }

  public void setMatricule(String matricule) {
    this.matricule = matricule;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getTongue() {
    return tongue;
  }

  public void setTongue(String tongue) {
    this.tongue = tongue;
  }

  public String getContract() {
    return contract;
  }

  public void setContract(@Nullable String contract) {
    this.contract = contract == null ? "" : contract;
  }
}
