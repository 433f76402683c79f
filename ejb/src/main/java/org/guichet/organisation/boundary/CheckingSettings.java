package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.CheckingChoice;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a certifier wants its files checked. A file is checked as is chosen when its turn comes. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class CheckingSettings {
  private static final Logger log = LoggerFactory.getLogger(CheckingSettings.class);

  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject Organisations organisations;
  @Inject AuditTrail trail;

  /** What is chosen now; who never chose has the usual. */
  public CheckingChoice view(Caller caller, OrganisationId id) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, id);
    return organisations.find(id).orElseThrow().checking();
  }

  /**
   * Chooses for files whose turn comes from now on. Repeating it is harmless.
   *
   * @return false when it is so already
   */
  public boolean change(Caller caller, Matricule matricule, CheckingChoice wanted) {
    Organisation organisation = access.require(caller, Permission.SETTINGS_MANAGE, matricule);
    CheckingChoice before = organisation.checking();
    if (!organisation.check(wanted)) {
      return false;
    }
    trail.write(
        caller,
        AuditEntry.of(AuditAction.SETTINGS_CHANGED, AuditSubject.organisation(organisation.id()))
            .in(organisation.id())
            .before(values(before))
            .after(values(wanted)));
    log.info(
        "ORG-141 checking changed matricule={} mode={} identity={} by={}",
        matricule,
        wanted.mode(),
        wanted.identity(),
        caller.label());
    return true;
  }

  private static Map<String, String> values(CheckingChoice choice) {
    return Map.of("checkingMode", choice.mode().name(), "identityCheck", choice.identity().name());
  }
}
