package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After how many days without a drop a certifier is told that a depositor fell silent. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class SilenceTerms {
  private static final Logger log = LoggerFactory.getLogger(SilenceTerms.class);
  private static final int MOST = 365;

  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject Organisations organisations;
  @Inject AuditTrail trail;

  /** Empty: never. */
  public Optional<Integer> chosen(Caller caller, OrganisationId id) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, id);
    return organisations.find(id).flatMap(Organisation::silenceDays);
  }

  /** Of those that want to be told, by matricule. */
  public Map<OrganisationId, Integer> ofAll(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_VIEW);
    Map<OrganisationId, Integer> all = new LinkedHashMap<>();
    for (Organisation one : organisations.watchingSilence()) {
      one.silenceDays().ifPresent(days -> all.put(one.id(), days));
    }
    return all;
  }

  /**
   * Chooses. Repeating it is harmless.
   *
   * @param days 1 to 365; empty: never
   * @return what stands against it; empty when it is so now
   */
  public Optional<Mistake> choose(Caller caller, Matricule matricule, Optional<Integer> days) {
    Organisation organisation = access.require(caller, Permission.SETTINGS_MANAGE, matricule);
    Optional<Integer> wrong = days.filter(wanted -> wanted < 1 || wanted > MOST);
    if (wrong.isPresent()) {
      return Optional.of(Mistake.of("silence", Mistake.Code.SILENCE_DAYS, wrong.get().toString()));
    }
    Optional<Integer> before = organisation.silenceDays();
    if (organisation.tellOfSilence(days)) {
      trail.write(
          caller,
          AuditEntry.of(AuditAction.SETTINGS_CHANGED, AuditSubject.organisation(organisation.id()))
              .in(organisation.id())
              .before(values(before))
              .after(values(days)));
      log.info(
          "ORG-143 alarm of silence changed matricule={} days={} by={}",
          matricule,
          words(days),
          caller.label());
    }
    return Optional.empty();
  }

  private static Map<String, String> values(Optional<Integer> days) {
    return Map.of("silenceDays", words(days));
  }

  private static String words(Optional<Integer> days) {
    return days.map(Object::toString).orElse("");
  }
}
