package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.account.boundary.OwnRights;
import org.guichet.account.entity.ServiceUse;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/services} and {@code /portal/partners}: what the visitor may use, and the
 * organisations that they belong to.
 */
@Named
@RequestScoped
public class OwnRightsPage {
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject OwnRights own;

  private @Nullable List<ServiceUse> usable;

  private List<ServiceUse> usable() {
    if (usable == null) {
      usable = own.services(visitor.caller());
    }
    return usable;
  }

  public List<Usable> getServices() {
    Texts texts = Texts.in(language.getLocale());
    return usable().stream()
        .map(
            service ->
                new Usable(
                    name(service.names().in(locale()), service.code()),
                    service
                        .organisation()
                        .flatMap(this::belonging)
                        .map(Belonging::name)
                        .orElseGet(() -> texts.text("services.everywhere")),
                    rights(service)))
        .toList();
  }

  public List<Partner> getPartners() {
    return visitor.person().map(SignedInPerson::belongings).orElse(List.of()).stream()
        .map(
            one ->
                new Partner(
                    one.name(),
                    one.matricule(),
                    one.administrator(),
                    one.active(),
                    usable().stream()
                        .filter(s -> s.organisation().equals(Optional.of(one.organisation())))
                        .flatMap(service -> rights(service).stream())
                        .toList()))
        .toList();
  }

  private Optional<Belonging> belonging(OrganisationId organisation) {
    return visitor.person().map(SignedInPerson::belongings).orElse(List.of()).stream()
        .filter(one -> one.organisation().equals(organisation))
        .findFirst();
  }

  private List<String> rights(ServiceUse service) {
    return service.rights().stream()
        .map(right -> name(right.names().in(locale()), right.code()))
        .toList();
  }

  private static String name(String name, String code) {
    return name + " (" + code + ")";
  }

  private Locale locale() {
    return language.getLocale();
  }

  /** A service, within an organisation or everywhere, and what the visitor is in it. */
  public record Usable(String name, String where, List<String> rights) {
    public Usable {
      rights = List.copyOf(rights);
    }
  }

  /** An organisation that the visitor belongs to, and what they are there. */
  public record Partner(
      String name, String matricule, boolean administrator, boolean active, List<String> profiles) {
    public Partner {
      profiles = List.copyOf(profiles);
    }
  }
}
