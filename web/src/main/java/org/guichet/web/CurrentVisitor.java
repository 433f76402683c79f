package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Who asks for this page, and for which organisation they work; nobody, before signing in. */
@Named("visitor")
@RequestScoped
public class CurrentVisitor {
  /** Cookie: matricule of the organisation that was chosen in the top bar. */
  public static final String CHOICE = "guichet-organisation";

  private static final String ATTRIBUTE = CurrentVisitor.class.getName();

  @Inject HttpServletRequest request;

  /** Notes for the rest of this request who it is. */
  public static void enters(SignedInPerson person, HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, person);
  }

  /** Empty before signing in. */
  public Optional<SignedInPerson> person() {
    return request.getAttribute(ATTRIBUTE) instanceof SignedInPerson person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** As whom this page calls boundaries. */
  public Caller caller() {
    String address = request.getRemoteAddr();
    return person()
        .map(person -> person.caller(actingFor(), address))
        .orElseGet(() -> Caller.visitor(address));
  }

  private @Nullable OrganisationId actingFor() {
    Belonging organisation = getOrganisation();
    return organisation == null ? null : organisation.organisation();
  }

  public boolean isSignedIn() {
    return person().isPresent();
  }

  public boolean isOperator() {
    return person().filter(SignedInPerson::operator).isPresent();
  }

  /** Organisations that the visitor may work for: those that aren't suspended, by name. */
  public List<Belonging> getOrganisations() {
    return person().stream()
        .flatMap(person -> person.belongings().stream())
        .filter(Belonging::active)
        .toList();
  }

  /** The one that was chosen, else the first; null for none. */
  public @Nullable Belonging getOrganisation() {
    List<Belonging> all = getOrganisations();
    Optional<String> chosen = Cookies.value(request, CHOICE);
    return all.stream()
        .filter(one -> chosen.filter(one.matricule()::equals).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElse(null);
  }

  public String getName() {
    return person().map(person -> full(person.name())).orElse("");
  }

  public String getGivenName() {
    return person().map(person -> person.name().given()).orElse("");
  }

  public String getInitials() {
    return person().map(person -> initials(person.name())).orElse("");
  }

  public String getLogin() {
    return person().map(SignedInPerson::login).orElse("");
  }

  /** A name as it is shown. */
  public static String full(PersonName name) {
    return name.given() + " " + name.family();
  }

  /** Names in a sentence. */
  public static String all(List<PersonName> names) {
    return names.stream().map(CurrentVisitor::full).collect(Collectors.joining(", "));
  }

  /** The first letters of a name, for a picture of it. */
  public static String initials(PersonName name) {
    return first(name.given()) + first(name.family());
  }

  private static String first(String text) {
    return text.isEmpty() ? "" : new String(Character.toChars(text.codePointAt(0)));
  }
}
