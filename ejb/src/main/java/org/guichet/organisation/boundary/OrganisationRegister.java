package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.IdentityRules;
import org.guichet.organisation.control.OrganisationRules;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.AddOrganisationOutcome;
import org.guichet.organisation.entity.IdentifyOrganisationOutcome;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds organisations, and lets them in or not. Repeating any of it is harmless. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class OrganisationRegister {
  private static final Logger log = LoggerFactory.getLogger(OrganisationRegister.class);

  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject Organisations organisations;
  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /**
   * Adds an organisation, or one more contract to one that is there with the same data. Data of one
   * that is there are never changed by this.
   */
  public AddOrganisationOutcome add(Caller caller, NewOrganisation typed) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_CREATE);
    NewOrganisation data = typed.with(IdentityRules.tidy(typed.identity()));
    List<Mistake> mistakes = new ArrayList<>(OrganisationRules.mistakes(data));
    Optional<Matricule> matricule = Matricule.parse(data.matricule());
    Optional<Organisation> known = matricule.flatMap(organisations::findByMatricule);
    known
        .filter(organisation -> !organisation.matches(data))
        .ifPresent(organisation -> mistakes.add(taken(organisation)));
    Optional<OrganisationId> id = known.map(Organisation::id);
    data.contract()
        .flatMap(organisations::findByContract)
        .filter(holder -> !Optional.of(holder.id()).equals(id))
        .ifPresent(
            holder ->
                mistakes.add(
                    Mistake.of(
                        "contract", Mistake.Code.CONTRACT_TAKEN, data.contract().orElseThrow())));
    if (matricule.isEmpty() || !mistakes.isEmpty()) {
      return new AddOrganisationOutcome.Refused(mistakes);
    }
    return known.isPresent()
        ? goOnWith(caller, known.get(), data)
        : register(caller, matricule.get(), data);
  }

  /**
   * One more contract of an organisation that is there.
   *
   * @throws RefusedException with {@code NO_SUCH_ORGANISATION}
   */
  public AddOrganisationOutcome addContract(Caller caller, Matricule matricule, String number) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_CREATE);
    Organisation organisation =
        organisations
            .findByMatricule(matricule)
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NO_SUCH_ORGANISATION, matricule.value()));
    return add(caller, organisation.with(number.strip()));
  }

  private AddOrganisationOutcome register(
      Caller caller, Matricule matricule, NewOrganisation data) {
    Instant now = clock.instant();
    OrganisationId id = new OrganisationId(ids.get());
    Organisation organisation =
        Organisation.register(id, matricule, data, ids.get(), caller.label(), now);
    data.contract().ifPresent(number -> organisation.sign(ids.get(), number, now));
    organisations.add(organisation);
    audit(caller, AuditAction.ORGANISATION_ADDED, organisation);
    log.info("ORG-101 organisation added matricule={} by={}", matricule, caller.label());
    return new AddOrganisationOutcome.Added(organisation.view());
  }

  private AddOrganisationOutcome goOnWith(
      Caller caller, Organisation organisation, NewOrganisation data) {
    Optional<String> missing = data.contract().filter(number -> !organisation.holds(number));
    if (missing.isEmpty()) {
      return new AddOrganisationOutcome.AlreadyThere(organisation.view());
    }
    organisation.sign(ids.get(), missing.get(), clock.instant());
    audit(caller, AuditAction.CONTRACT_ADDED, organisation);
    log.info(
        "ORG-104 contract added matricule={} contract={}", organisation.matricule(), missing.get());
    return new AddOrganisationOutcome.ContractAdded(organisation.view(), missing.get());
  }

  private void audit(Caller caller, AuditAction action, Organisation organisation) {
    trail.write(
        caller,
        AuditEntry.of(action, AuditSubject.organisation(organisation.id()))
            .in(organisation.id())
            .after(
                Map.of(
                    "matricule", organisation.matricule().value(),
                    "name", organisation.name(),
                    "contracts", organisation.view().contracts().toString())));
  }

  private static Mistake taken(Organisation organisation) {
    return Mistake.of(
        "matricule",
        Mistake.Code.MATRICULE_TAKEN,
        organisation.matricule().value(),
        organisation.name());
  }

  /**
   * Says how an organisation is identified before the law; what {@code typed} doesn’t say stays.
   *
   * @throws org.guichet.platform.entity.RefusedException with {@code NO_SUCH_ORGANISATION}
   */
  public IdentifyOrganisationOutcome identify(
      Caller caller, Matricule matricule, OrganisationIdentity typed) {
    Organisation organisation = access.require(caller, Permission.ORGANISATION_EDIT, matricule);
    OrganisationIdentity before = organisation.identity();
    OrganisationIdentity identity = IdentityRules.tidy(typed);
    List<Mistake> mistakes = IdentityRules.mistakes(identity);
    if (!mistakes.isEmpty()) {
      return new IdentifyOrganisationOutcome.Refused(mistakes);
    }
    organisation.identify(before.with(identity));
    trail.write(
        caller,
        AuditEntry.of(
                AuditAction.ORGANISATION_IDENTIFIED, AuditSubject.organisation(organisation.id()))
            .in(organisation.id())
            .before(values(before))
            .after(values(organisation.identity())));
    log.info("ORG-105 organisation identified matricule={} by={}", matricule, caller.label());
    return new IdentifyOrganisationOutcome.Identified(organisation.view());
  }

  private static Map<String, String> values(OrganisationIdentity identity) {
    return Map.of(
        "legalName", identity.legalName().orElse(""),
        "seat", identity.seat().orElse(""),
        "siret", identity.siret().orElse(""),
        "uai", identity.uai().orElse(""),
        "ide", identity.ide().orElse(""));
  }

  /** Organisations that a search finds. */
  public Page<OrganisationView> search(Caller caller, OrganisationQuery query, PageRequest page) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_VIEW);
    return new Page<>(
        organisations.search(query, page).stream().map(Organisation::view).toList(),
        organisations.count(query));
  }

  /** All organisations, by matricule. */
  public Page<OrganisationView> list(Caller caller, PageRequest page) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_VIEW);
    return new Page<>(
        organisations.page(page).stream().map(Organisation::view).toList(), organisations.count());
  }

  /**
   * Nobody of it gets in any more. What it dropped before is processed; its receipts are mailed as
   * ever, and wait in its outbox.
   *
   * @return false when it was suspended already
   */
  public boolean suspend(Caller caller, Matricule matricule) {
    Organisation organisation = access.require(caller, Permission.ORGANISATION_SUSPEND, matricule);
    if (!organisation.active()) {
      return false;
    }
    organisation.suspend(ids.get(), caller.label(), clock.instant());
    audit(caller, AuditAction.ORGANISATION_SUSPENDED, organisation);
    log.info("ORG-102 organisation suspended matricule={} by={}", matricule, caller.label());
    return true;
  }

  /**
   * It gets in again.
   *
   * @return false when it was active already
   */
  public boolean resume(Caller caller, Matricule matricule) {
    Organisation organisation = access.require(caller, Permission.ORGANISATION_SUSPEND, matricule);
    if (organisation.active()) {
      return false;
    }
    organisation.resume(ids.get(), caller.label(), clock.instant());
    audit(caller, AuditAction.ORGANISATION_RESUMED, organisation);
    log.info("ORG-103 organisation resumed matricule={} by={}", matricule, caller.label());
    return true;
  }
}
