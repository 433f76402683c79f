package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.IdentityRules;
import org.guichet.organisation.control.OrganisationRules;
import org.guichet.organisation.entity.IdentifyOrganisationOutcome;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationCorrection;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Corrects how an organisation is called and identified: for whoever runs the portal, since others
 * rely on it. Its matricule never changes.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class OrganisationCorrecting {
  private static final Logger log = LoggerFactory.getLogger(OrganisationCorrecting.class);

  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject OrganisationMail mail;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * Takes all of it in the place of what is there; the organisation's contact is told what changed.
   *
   * @throws org.guichet.platform.entity.RefusedException with {@code NO_SUCH_ORGANISATION}
   */
  public IdentifyOrganisationOutcome correct(
      Caller caller, Matricule matricule, OrganisationCorrection typed) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_EDIT);
    Organisation organisation = access.require(caller, Permission.ORGANISATION_EDIT, matricule);
    String name = typed.name().strip();
    OrganisationIdentity identity = IdentityRules.tidy(typed.identity());
    List<Mistake> mistakes = new ArrayList<>(OrganisationRules.nameMistakes(name));
    mistakes.addAll(IdentityRules.mistakes(identity));
    if (!mistakes.isEmpty()) {
      return new IdentifyOrganisationOutcome.Refused(mistakes);
    }
    Map<String, String> before = values(organisation);
    organisation.correct(name, identity);
    Map<String, String> after = values(organisation);
    if (!after.equals(before)) {
      trail.write(
          caller,
          AuditEntry.of(
                  AuditAction.ORGANISATION_CORRECTED, AuditSubject.organisation(organisation.id()))
              .in(organisation.id())
              .before(before)
              .after(after));
      tell(caller, organisation, after);
      log.info("ORG-106 organisation corrected matricule={} by={}", matricule, caller.label());
    }
    return new IdentifyOrganisationOutcome.Identified(organisation.view());
  }

  private void tell(Caller caller, Organisation organisation, Map<String, String> now) {
    Map<String, String> arguments = new LinkedHashMap<>(now);
    arguments.put("matricule", organisation.matricule().value());
    mail.post(
        caller,
        organisation.view(),
        "organisation.corrected",
        arguments,
        "/portal/organisation",
        organisation.id() + ":" + clock.instant());
  }

  private static Map<String, String> values(Organisation organisation) {
    OrganisationIdentity identity = organisation.identity();
    return Map.of(
        "name", organisation.name(),
        "legalName", identity.legalName().orElse(""),
        "seat", identity.seat().orElse(""),
        "siret", identity.siret().orElse(""),
        "uai", identity.uai().orElse(""),
        "ide", identity.ide().orElse(""));
  }
}
