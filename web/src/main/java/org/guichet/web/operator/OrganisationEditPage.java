package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.guichet.organisation.boundary.OrganisationCorrecting;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationCorrection;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/organisation-edit}: how an organisation, named by {@code m}, its matricule,
 * is called and identified.
 */
@Named
@RequestScoped
public class OrganisationEditPage {
  @Inject CurrentVisitor visitor;
  @Inject Notices notices;
  @Inject Permissions permissions;
  @Inject OrganisationDirectory directory;
  @Inject OrganisationCorrecting correcting;

  private @Nullable OrganisationView view;
  private @Nullable String name;
  private @Nullable String legalName;
  private @Nullable String seat;
  private @Nullable String siret;
  private @Nullable String uai;
  private @Nullable String ide;

  private OrganisationView view() {
    if (view == null) {
      permissions.requireEverywhere(visitor.caller(), Permission.ORGANISATION_EDIT);
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

  public @Nullable String save() {
    OrganisationCorrection typed =
        new OrganisationCorrection(
            getName(),
            new OrganisationIdentity(
                said(getLegalName()),
                said(getSeat()),
                said(getSiret()),
                said(getUai()),
                said(getIde())));
    return correcting
        .correct(visitor.caller(), view().matricule(), typed)
        .<@Nullable String>fold(
            done ->
                notices
                    .info("organisation-edit.SAVED", done.organisation().name())
                    .to("/portal/organisation-record?m=" + getMatricule()),
            refused -> notices.organisationMistakes(refused.mistakes()).stay());
  }

  private static Optional<String> said(String typed) {
    return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
  }

  /** What was typed, or else what is known. */
  private static String shown(@Nullable String typed, Optional<String> known) {
    return typed == null ? known.orElse("") : typed;
  }

  public String getTitle() {
    return view().name();
  }

  public String getMatricule() {
    return view().matricule().value();
  }

  public String getName() {
    return shown(name, Optional.of(view().name()));
  }

  public void setName(@Nullable String name) {
    this.name = typed(name);
  }

  public String getLegalName() {
    return shown(legalName, view().identity().legalName());
  }

  public void setLegalName(@Nullable String legalName) {
    this.legalName = typed(legalName);
  }

  public String getSeat() {
    return shown(seat, view().identity().seat());
  }

  public void setSeat(@Nullable String seat) {
    this.seat = typed(seat);
  }

  public String getSiret() {
    return shown(siret, view().identity().siret());
  }

  public void setSiret(@Nullable String siret) {
    this.siret = typed(siret);
  }

  public String getUai() {
    return shown(uai, view().identity().uai());
  }

  public void setUai(@Nullable String uai) {
    this.uai = typed(uai);
  }

  public String getIde() {
    return shown(ide, view().identity().ide());
  }

  public void setIde(@Nullable String ide) {
    this.ide = typed(ide);
  }

  /** Faces sets what was left empty to null: that is said, too. */
  private static String typed(@Nullable String value) {
    return value == null ? "" : value;
  }
}
