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
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether imports of people that come by SFTP are applied where nothing stands against them. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportTerms {
  private static final Logger log = LoggerFactory.getLogger(ImportTerms.class);

  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject Organisations organisations;
  @Inject AuditTrail trail;

  /**
   * False: they wait for somebody who looks at them in the portal, as they do unless chosen, and as
   * long as the organisation is suspended.
   */
  public boolean applied(Caller caller, OrganisationId id) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, id);
    return organisations.find(id).filter(one -> one.active() && one.importsApplied()).isPresent();
  }

  /**
   * Chooses. Repeating it is harmless.
   *
   * @return false when it is so already
   */
  public boolean choose(Caller caller, Matricule matricule, boolean applied) {
    Organisation organisation = access.require(caller, Permission.SETTINGS_MANAGE, matricule);
    if (!organisation.applyImports(applied)) {
      return false;
    }
    trail.write(
        caller,
        AuditEntry.of(AuditAction.SETTINGS_CHANGED, AuditSubject.organisation(organisation.id()))
            .in(organisation.id())
            .before(values(!applied))
            .after(values(applied)));
    log.info(
        "ORG-144 imports by SFTP changed matricule={} applied={} by={}",
        matricule,
        applied,
        caller.label());
    return true;
  }

  private static Map<String, String> values(boolean applied) {
    return Map.of("importsApplied", Boolean.toString(applied));
  }
}
