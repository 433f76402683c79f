package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.keeping.PeopleSheets;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PeopleSheet;
import org.guichet.roster.entity.SheetPart;

/**
 * People of one profile as a file that an import reads again: it finds nobody to create and nothing
 * to change.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class PeopleFiles {
  @Inject Permissions permissions;
  @Inject PeopleSheets sheets;
  @Inject AuditTrail trail;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Which columns the file has. That somebody has it is written down.
   *
   * @param query with a profile; its part doesn't matter
   */
  public PeopleSheet begin(Caller caller, OrganisationId organisation, PeopleQuery query) {
    permissions.require(caller, Permission.PEOPLE_VIEW, organisation);
    trail.write(
        caller,
        AuditEntry.of(AuditAction.PEOPLE_VIEWED, AuditSubject.organisation(organisation))
            .in(organisation)
            .after(Map.of("file", "yes", "profile", query.profile().map(Enum::name).orElse(""))));
    return sheets.plan(organisation, query, today());
  }

  /** The rows behind a mark of the part before; the first ones without one. */
  public SheetPart rows(
      Caller caller,
      OrganisationId organisation,
      PeopleSheet sheet,
      Optional<SheetPart.Mark> after) {
    permissions.require(caller, Permission.PEOPLE_VIEW, organisation);
    return sheets.rows(organisation, sheet, after, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }
}
