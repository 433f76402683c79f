package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;

/** The organisation that the visitor works for, and what they may do for it. */
@RequestScoped
public class WorkedFor {
  @Inject CurrentVisitor visitor;
  @Inject Permissions permissions;

  public Caller caller() {
    return visitor.caller();
  }

  public Optional<Belonging> organisation() {
    return Optional.ofNullable(visitor.getOrganisation());
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
    return required().organisation();
  }

  private Belonging required() {
    return organisation()
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
    return organisation()
        .filter(one -> permissions.allows(caller(), permission, one.organisation()))
        .isPresent();
  }
}
