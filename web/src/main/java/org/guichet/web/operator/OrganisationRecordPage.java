package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.Members;
import org.guichet.account.boundary.RegistrationCodes;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.NewPerson;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/organisation-record}: one organisation, named by {@code m}, its matricule,
 * and what an operator decides about it.
 */
@Named
@RequestScoped
public class OrganisationRecordPage {
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject Permissions permissions;
  @Inject OrganisationDirectory directory;
  @Inject OrganisationRegister register;
  @Inject CatalogueDesk catalogue;
  @Inject RegistrationCodes codes;
  @Inject Members members;

  private @Nullable OrganisationView view;
  private @Nullable List<String> services;
  private String contract = "";
  private String code = "";

  private OrganisationView view() {
    if (view == null) {
      String typed = Optional.ofNullable(notices.request().getParameter("m")).orElse("");
      view =
          Matricule.parse(typed)
              .flatMap(matricule -> directory.findByMatricule(visitor.caller(), matricule))
              .orElseThrow(
                  () ->
                      new RefusedException(
                          RefusedException.Code.NO_SUCH_ORGANISATION, "of that matricule"));
    }
    return view;
  }

  private String here() {
    return "/portal/organisation-record?m=" + getMatricule();
  }

  public @Nullable String suspend() {
    register.suspend(visitor.caller(), view().matricule());
    return notices.info("record.SUSPENDED", getName()).to(here());
  }

  public @Nullable String resume() {
    register.resume(visitor.caller(), view().matricule());
    return notices.info("record.RESUMED", getName()).to(here());
  }

  /** One more contract, all else as it is. */
  public @Nullable String addContract() {
    return register
        .addContract(visitor.caller(), view().matricule(), contract)
        .<@Nullable String>fold(
            added -> notices.info("record.CONTRACT_ADDED", contract.strip()).to(here()),
            more -> notices.info("record.CONTRACT_ADDED", more.contract()).to(here()),
            there -> notices.info("record.CONTRACT_THERE").to(here()),
            refused -> notices.organisationMistakes(refused.mistakes()).stay());
  }

  /** Makes a registration code, which this very answer shows. */
  public @Nullable String issueCode() {
    code = codes.issue(visitor.caller(), view().matricule());
    return notices.stay();
  }

  /** Connects what is ticked, and separates what isn't. */
  public @Nullable String connect() {
    List<String> wanted = getServices();
    for (Catalogue.Application service : catalogue.catalogue(visitor.caller()).services()) {
      catalogue.connect(
          visitor.caller(), view().id(), service.code(), wanted.contains(service.code()));
    }
    return notices.info("record.CONNECTED").to(here());
  }

  public String getMatricule() {
    return view().matricule().value();
  }

  public String getName() {
    return view().name();
  }

  public String getEmail() {
    return view().email();
  }

  public String getLegalName() {
    return view().identity().legalName().orElseGet(() -> texts().text("organisation.unknown"));
  }

  public String getSeat() {
    return view().identity().seat().orElseGet(() -> texts().text("organisation.unknown"));
  }

  /** Whether the visitor may correct these. */
  public boolean isEditable() {
    return permissions.allowsEverywhere(visitor.caller(), Permission.ORGANISATION_EDIT);
  }

  public boolean isActive() {
    return view().active();
  }

  public String getState() {
    return texts().text("organisation.state." + view().state());
  }

  public String getKind() {
    return texts()
        .text(
            view().contracts().isEmpty() ? "organisation.depositor" : "organisation.certifier",
            dates.day(view().createdAt()));
  }

  public List<String> getContracts() {
    return view().contracts();
  }

  public List<Person> getAdministrators() {
    return members.administrators(visitor.caller(), view().id()).stream().map(Person::of).toList();
  }

  /** Pages about it that the visitor may see. */
  public List<Place> getPlaces() {
    List<Place> places = new ArrayList<>();
    offer(places, Permission.MEMBER_VIEW, "members", "people");
    offer(places, Permission.MANDATE_VIEW, "mandates", "shield");
    offer(places, Permission.KEY_VIEW, "keys", "key");
    offer(places, Permission.RECIPIENT_VIEW, "settings", "gear");
    return places;
  }

  private void offer(List<Place> places, Permission permission, String page, String icon) {
    if (permissions.allows(visitor.caller(), permission, view().id())) {
      String address = "/portal/" + page + "?of=" + getMatricule();
      places.add(new Place(address, icon, texts().text("shell.organisation." + page)));
    }
  }

  /** What can be connected. */
  public List<Offer> getOffered() {
    return catalogue.catalogue(visitor.caller()).services().stream()
        .map(
            service ->
                new Offer(
                    service.code(),
                    service.names().in(language.getLocale()) + " (" + service.code() + ")"))
        .toList();
  }

  /** Codes of the services that are ticked. */
  public List<String> getServices() {
    if (services == null) {
      services = catalogue.connected(visitor.caller(), view().id());
    }
    return services;
  }

  public void setServices(List<String> services) {
    this.services = List.copyOf(services);
  }

  public String getContract() {
    return contract;
  }

  public void setContract(String contract) {
    this.contract = contract;
  }

  /** The new registration code; empty unless one was just made. */
  public String getCode() {
    return code;
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** Another page about the organisation. */
  public record Place(String address, String icon, String name) {}

  /** A service that can be connected. */
  public record Offer(String code, String name) {}

  /** Somebody to turn to. */
  public record Person(String name, String email) {
    static Person of(NewPerson person) {
      return new Person(CurrentVisitor.full(person.name()), person.email());
    }
  }
}
