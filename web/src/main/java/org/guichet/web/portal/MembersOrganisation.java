package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Whose people a page is about: of the organisation that the address names by {@code of}, else of
 * the one that the visitor works for.
 */
@Named("membersOrganisation")
@RequestScoped
public class MembersOrganisation {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject OrganisationDirectory directory;
  @Inject Members members;

  private @Nullable OrganisationView view;
  private @Nullable Boolean manages;
  private @Nullable List<OrganisationView> depositors;

  /** Whether there is one at all. */
  public boolean isThere() {
    return !getOf().isEmpty() || visitor.getOrganisation() != null;
  }

  /** Matricule in the address; empty for the one that the visitor works for. */
  public String getOf() {
    String of = request.getParameter("of");
    return of == null ? "" : of;
  }

  /** What an address of another page about the same organisation ends with. */
  public String getSuffix() {
    return getOf().isEmpty() ? "" : "&of=" + view().matricule();
  }

  /** The same as the whole query of an address. */
  public String getQuery() {
    return getOf().isEmpty() ? "" : "?" + getSuffix().substring(1);
  }

  public String getName() {
    return view().name();
  }

  public String getMatricule() {
    return view().matricule().value();
  }

  /** Whether the visitor may change these people, not only see them. */
  public boolean isManaged() {
    if (manages == null) {
      manages = members.manages(visitor.caller(), id());
    }
    return manages;
  }

  private Optional<OrganisationId> own() {
    Belonging organisation = visitor.getOrganisation();
    return Optional.ofNullable(organisation).map(Belonging::organisation);
  }

  /** Those that the visitor’s organisation mandates, whose people the visitor sees too. */
  public List<OrganisationView> getDepositors() {
    if (depositors == null) {
      depositors =
          own()
              .map(organisation -> members.depositors(visitor.caller(), organisation))
              .orElse(List.of());
    }
    return depositors;
  }

  OrganisationId id() {
    return getOf().isEmpty() ? own().orElseThrow(this::unknown) : view().id();
  }

  private OrganisationView view() {
    if (view == null) {
      Optional<OrganisationView> found =
          getOf().isEmpty()
              ? own().flatMap(organisation -> directory.find(visitor.caller(), organisation))
              : Matricule.parse(getOf())
                  .flatMap(matricule -> directory.findByMatricule(visitor.caller(), matricule));
      view = found.orElseThrow(this::unknown);
    }
    return view;
  }

  private RefusedException unknown() {
    return new RefusedException(RefusedException.Code.NO_SUCH_ORGANISATION, getOf());
  }

  /**
   * The account that a request names.
   *
   * @throws RefusedException with {@code NO_SUCH_ACCOUNT} for what is none
   */
  static AccountId account(@Nullable String text) {
    try {
      return new AccountId(UUID.fromString(String.valueOf(text)));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_ACCOUNT, "malformed id");
    }
  }
}
