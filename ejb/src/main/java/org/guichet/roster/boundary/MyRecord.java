package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.keeping.PeopleList.Moment;
import org.guichet.roster.control.keeping.PersonCards;
import org.guichet.roster.control.keeping.RecordText;
import org.guichet.roster.entity.PersonCard;

/**
 * What organisations that imported somebody keep of them, for that person: also while they are
 * pre-deleted, until their last day.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class MyRecord {
  private static final Caller SYSTEM = Caller.system("own record");

  @Inject Permissions permissions;
  @Inject PersonCards cards;
  @Inject OrganisationDirectory directory;
  @Inject AuditTrail trail;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Whether any organisation keeps anything of the caller. */
  public boolean isThere(Caller caller) {
    return cards.isAnybody(permissions.requirePerson(caller), now());
  }

  /** The caller's records, one of each organisation. */
  public List<PersonCard> list(Caller caller) {
    return cards.of(permissions.requirePerson(caller), now());
  }

  /** Whose record it is: the organisation's name. */
  public String keeper(Caller caller, OrganisationId organisation) {
    permissions.requirePerson(caller);
    return directory.find(SYSTEM, organisation).map(OrganisationView::name).orElse("");
  }

  /** All of it as JSON, to be kept. That it was fetched is written down. */
  public String json(Caller caller) {
    AccountId account = permissions.requirePerson(caller);
    List<PersonCard> records = list(caller);
    trail.write(
        caller,
        AuditEntry.of(AuditAction.PERSONAL_DATA_EXPORTED, AuditSubject.account(account))
            .after(Map.of("records", Integer.toString(records.size()))));
    return RecordText.json(records, card -> keeper(caller, card.organisation()));
  }

  private Moment now() {
    Instant at = clock.instant();
    return new Moment(at, LocalDate.ofInstant(at, settings.zone()));
  }
}
