package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that a page is about, and what the visitor may do for it: the one that the
 * address names by {@code of}, for whoever runs the portal, else the one that the visitor works
 * for. Every link and form of such a page carries {@code of} on.
 */
@Named("worked")
@RequestScoped
public class WorkedFor {
  /** Name of the parameter, in addresses and forms. */
  public static final String PARAMETER = "of";

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject Permissions permissions;
  @Inject OrganisationDirectory directory;

  private @Nullable Place place;

  public Caller caller() {
    return visitor.caller();
  }

  private Optional<Place> place() {
    if (place == null) {
      Belonging own = visitor.getOrganisation();
      if (isOther()) {
        place = named(getOf());
      } else if (own != null) {
        place = new Place(own.organisation(), own.matricule(), own.name());
      }
    }
    return Optional.ofNullable(place);
  }

  private Place named(String of) {
    return Matricule.parse(of)
        .flatMap(matricule -> directory.findByMatricule(caller(), matricule))
        .map(view -> new Place(view.id(), view.matricule().value(), view.name()))
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_ORGANISATION, "by of"));
  }

  /** What the address says; empty for the one that the visitor works for. */
  public String getOf() {
    String of = request.getParameter(PARAMETER);
    return of == null ? "" : of;
  }

  /** Whether it is another than the one that the visitor works for. */
  public boolean isOther() {
    return !getOf().isEmpty();
  }

  /** Its name; empty where there is none. */
  public String getName() {
    return place().map(Place::name).orElse("");
  }

  /** Its matricule as it stands in addresses; empty where there is none. */
  public String getMatricule() {
    return place().map(Place::matricule).orElse("");
  }

  /** What the address of another page about the same organisation ends with, behind others. */
  public String getSuffix() {
    return isOther() ? "&" + PARAMETER + "=" + getMatricule() : "";
  }

  /** The same as the whole query of an address. */
  public String getQuery() {
    return isOther() ? "?" + getSuffix().substring(1) : "";
  }

  /**
   * Its matricule.
   *
   * @throws RefusedException with {@code NOT_ALLOWED} when the visitor belongs to none
   */
  public Matricule matricule() {
    return new Matricule(required().matricule());
  }

  /**
   * Its id.
   *
   * @throws RefusedException with {@code NOT_ALLOWED} when the visitor belongs to none
   */
  public OrganisationId id() {
    return required().id();
  }

  private Place required() {
    return place()
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NOT_ALLOWED, "no organisation to work for"));
  }

  /**
   * Returns when the visitor may do this for it: for pages that mean nothing without.
   *
   * @throws RefusedException with {@code NOT_ALLOWED} otherwise
   */
  public void require(Permission permission) {
    permissions.require(caller(), permission, id());
  }

  /** For what pages show; boundaries judge again. */
  public boolean may(Permission permission) {
    return place().filter(one -> permissions.allows(caller(), permission, one.id())).isPresent();
  }

  private record Place(OrganisationId id, String matricule, String name) {}
}
