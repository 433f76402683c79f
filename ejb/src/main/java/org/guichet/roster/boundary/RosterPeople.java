package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.keeping.PeopleList;
import org.guichet.roster.control.keeping.PeopleList.Moment;
import org.guichet.roster.control.keeping.PersonCards;
import org.guichet.roster.entity.ClassLink;
import org.guichet.roster.entity.ClassRow;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.PersonLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people whom an organisation's imports brought, and their classes. Looking is written down.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class RosterPeople {
  private static final Logger log = LoggerFactory.getLogger(RosterPeople.class);

  @Inject Permissions permissions;
  @Inject PeopleList list;
  @Inject PersonCards cards;
  @Inject AuditTrail trail;
  @Inject Settings settings;
  @Inject Clock clock;

  private Moment now() {
    Instant at = clock.instant();
    return new Moment(at, LocalDate.ofInstant(at, settings.zone()));
  }

  /** Part of the people, in the order of their names. */
  public Page<PersonLine> list(Caller caller, OrganisationId organisation, PeopleQuery query) {
    permissions.require(caller, Permission.PEOPLE_VIEW, organisation);
    trail.write(
        caller,
        AuditEntry.of(AuditAction.PEOPLE_VIEWED, AuditSubject.organisation(organisation))
            .in(organisation)
            .after(
                Map.of(
                    "narrowed", Boolean.toString(!query.text().isEmpty()),
                    "profile", query.profile().map(Enum::name).orElse(""),
                    "first", Integer.toString(query.part().first()))));
    return list.page(organisation, query, now());
  }

  /**
   * All that is kept of somebody.
   *
   * @throws RefusedException with {@code NO_SUCH_PERSON} for who isn't there, or not any more
   */
  public PersonCard find(Caller caller, OrganisationId organisation, UUID id) {
    permissions.require(caller, Permission.PEOPLE_VIEW, organisation);
    PersonCard card = cards.find(organisation, id, now()).orElseThrow(() -> unknown(id));
    trail.write(caller, about(AuditAction.PERSON_VIEWED, organisation, id));
    return card;
  }

  /** Classes in the order of their labels, with who is in them. */
  public Page<ClassRow> classes(Caller caller, OrganisationId organisation, PageRequest part) {
    permissions.require(caller, Permission.PEOPLE_VIEW, organisation);
    return list.classes(organisation, part, now().today());
  }

  /** The labels of all classes, for choosing one. */
  public List<ClassLink> classLinks(Caller caller, OrganisationId organisation) {
    permissions.require(caller, Permission.PEOPLE_VIEW, organisation);
    return list.classLinks(organisation);
  }

  /**
   * Takes a pre-deletion back: the person stays, with account, classes and all.
   *
   * @return whether there was one to take back
   * @throws RefusedException with {@code NO_SUCH_PERSON} for who isn't there, or not any more
   */
  public boolean restore(Caller caller, OrganisationId organisation, UUID id) {
    permissions.require(caller, Permission.PEOPLE_MANAGE, organisation);
    if (cards.find(organisation, id, now()).isEmpty()) {
      throw unknown(id);
    }
    if (!cards.restore(organisation, id, now())) {
      return false;
    }
    trail.write(caller, about(AuditAction.PERSON_RESTORED, organisation, id));
    log.info("ROS-301 person restored id={}", id);
    return true;
  }

  private static AuditEntry about(AuditAction action, OrganisationId organisation, UUID id) {
    return AuditEntry.of(action, AuditSubject.of(AuditSubject.Type.PERSON, id.toString()))
        .in(organisation);
  }

  private static RefusedException unknown(UUID id) {
    return new RefusedException(RefusedException.Code.NO_SUCH_PERSON, id.toString());
  }
}
