package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.AccountMonths;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After how long without signing in the accounts of an organisation's people expire: as it chose,
 * never later than the deployment says. It holds at once, for accounts that are there too.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class AccountTerms {
  private static final Logger log = LoggerFactory.getLogger(AccountTerms.class);

  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject Organisations organisations;
  @Inject AuditTrail trail;
  @Inject Settings settings;

  /** What it chose, in months; empty: as the deployment says. */
  public Optional<Integer> chosen(Caller caller, OrganisationId id) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, id);
    return organisations.find(id).flatMap(Organisation::accountMonths);
  }

  /** What holds. */
  public Period inForce(Caller caller, OrganisationId id) {
    Period most = settings.account().expiry();
    return chosen(caller, id)
        .map(Period::ofMonths)
        .filter(own -> AccountMonths.shorter(own, most))
        .orElse(most);
  }

  /** What holds where something was chosen. */
  public Map<OrganisationId, Period> ofAll(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_VIEW);
    return organisations.choosingExpiry().stream()
        .map(Organisation::id)
        .collect(Collectors.toMap(id -> id, id -> inForce(caller, id)));
  }

  /** What may be chosen, in months: less than the deployment's. */
  public List<Integer> choices(Caller caller, OrganisationId id) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, id);
    return Stream.iterate(1, months -> months + 1)
        .takeWhile(months -> AccountMonths.allowed(months, settings.account().expiry()))
        .toList();
  }

  /**
   * Chooses. Repeating it is harmless.
   *
   * @param months empty: as the deployment says
   * @return what stands against it; empty when it is so now
   */
  public Optional<Mistake> choose(Caller caller, Matricule matricule, Optional<Integer> months) {
    Organisation organisation = access.require(caller, Permission.SETTINGS_MANAGE, matricule);
    Period most = settings.account().expiry();
    Optional<Integer> wrong = months.filter(wanted -> !AccountMonths.allowed(wanted, most));
    if (wrong.isPresent()) {
      return Optional.of(Mistake.of("months", Mistake.Code.ACCOUNT_MONTHS, wrong.get().toString()));
    }
    Optional<Integer> before = organisation.accountMonths();
    if (organisation.expireAccounts(months)) {
      trail.write(
          caller,
          AuditEntry.of(AuditAction.SETTINGS_CHANGED, AuditSubject.organisation(organisation.id()))
              .in(organisation.id())
              .before(values(before))
              .after(values(months)));
      log.info(
          "ORG-142 expiry of accounts changed matricule={} months={} by={}",
          matricule,
          months.map(Object::toString).orElse("-"),
          caller.label());
    }
    return Optional.empty();
  }

  private static Map<String, String> values(Optional<Integer> months) {
    return Map.of("accountMonths", months.map(Object::toString).orElse(""));
  }
}
