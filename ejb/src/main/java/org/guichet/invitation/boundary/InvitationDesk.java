package org.guichet.invitation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.account.boundary.GroupRights;
import org.guichet.account.entity.AdministeredPlaces;
import org.guichet.account.entity.GrantPlace;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.invitation.control.CodeMaker;
import org.guichet.invitation.entity.Invitation;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationQuery;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.invitation.entity.InvitedBy;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Invitation codes of all that somebody administers: which there are, and an end to some. */
@Stateless
@PermitAll // rights: what the caller administers
public class InvitationDesk {
  private static final Logger log = LoggerFactory.getLogger(InvitationDesk.class);

  /** So many organisations are offered to choose from. */
  static final int MOST_PLACES = 200;

  @Inject Permissions permissions;
  @Inject GroupRights groups;
  @Inject InvitationLedger ledger;

  /** A part of the list; a whole code as the text finds its own row, whatever became of it. */
  public Page<InvitationView> list(Caller caller, InvitationQuery query) {
    AdministeredPlaces within = ledger.giving.administered(caller);
    Instant now = ledger.clock.instant();
    Optional<Sha256> lookUp = CodeMaker.read(query.text()).map(ledger.maker::lookUp);
    List<InvitationView> rows =
        ledger.book.page(query, within, lookUp, now).stream()
            .map(code -> ledger.view(caller, code))
            .toList();
    AuditEntry entry =
        AuditEntry.of(
                AuditAction.INVITATIONS_VIEWED,
                AuditSubject.of(AuditSubject.Type.INVITATION, "list"))
            .after(
                Map.of(
                    "narrowed", Boolean.toString(!query.text().isEmpty()),
                    "status", query.status().map(Enum::name).orElse(""),
                    "group", query.place().flatMap(GrantPlace::group).orElse(""),
                    "first", Integer.toString(query.page().first())));
    ledger.trail.write(
        caller, query.place().flatMap(GrantPlace::organisation).map(entry::in).orElse(entry));
    return new Page<>(rows, ledger.book.count(query, within, lookUp, now));
  }

  /**
   * What the list can be narrowed to: organisations by name, suspended ones too, then groups of
   * services. For whoever runs the portal the organisations that there are codes of, at most
   * {@value #MOST_PLACES}; {@link #place} knows the others.
   */
  public List<InvitationPlace> places(Caller caller) {
    AdministeredPlaces within = ledger.giving.administered(caller);
    Stream<OrganisationId> coded =
        within.everywhere() ? ledger.book.organisations(MOST_PLACES).stream() : Stream.empty();
    return Stream.concat(
            Stream.concat(within.organisations().stream(), coded)
                .distinct()
                .map(GrantPlace::in)
                .map(ledger::place)
                .sorted((a, b) -> a.names().french().compareToIgnoreCase(b.names().french())),
            within.groups().stream().map(group -> ledger.place(GrantPlace.in(group.code()))))
        .toList();
  }

  /** An organisation among what the caller administers; empty for any other. */
  public Optional<InvitationPlace> place(Caller caller, Matricule matricule) {
    AdministeredPlaces within = ledger.giving.administered(caller);
    return ledger.organisation(matricule).filter(within::holds).map(ledger::place);
  }

  /**
   * Which row a whole code is, among those of what the caller administers; so that it needn't stand
   * in any address. Empty for what is no such code.
   */
  public Optional<UUID> locate(Caller caller, String typed) {
    AdministeredPlaces within = ledger.giving.administered(caller);
    return CodeMaker.read(typed)
        .map(ledger.maker::lookUp)
        .flatMap(ledger.book::find)
        .filter(code -> within.holds(code.place()))
        .map(Invitation::id);
  }

  /**
   * One code with all that is known about it.
   *
   * @throws RefusedException with {@code NO_SUCH_INVITATION} where the caller doesn’t administer it
   */
  public InvitationView find(Caller caller, UUID id) {
    AdministeredPlaces within = ledger.giving.administered(caller);
    Invitation code = ledger.among(within, ledger.book.find(id));
    ledger.audit(caller, AuditAction.INVITATIONS_VIEWED, id.toString(), code.place(), Map.of());
    return ledger.view(caller, code);
  }

  /**
   * Has a code work no more.
   *
   * @return false when it did not work any more already
   * @throws RefusedException with {@code NO_SUCH_INVITATION} where the caller doesn’t administer it
   */
  public boolean deactivate(Caller caller, UUID id) {
    AccountId own = permissions.requirePerson(caller);
    AdministeredPlaces within = ledger.giving.administered(caller);
    ledger.among(within, ledger.book.find(id));
    Invitation code = ledger.among(within, ledger.book.lock(id));
    if (!code.deactivate(own, ledger.clock.instant())) {
      return false;
    }
    ledger.audit(caller, AuditAction.INVITATION_DEACTIVATED, id.toString(), code.place(), Map.of());
    log.info("INV-103 code deactivated id={} by={}", id, caller.label());
    return true;
  }

  /** Who invited somebody to a place, by the code that was used there last. */
  public Optional<InvitedBy> invited(Caller caller, GrantPlace place, AccountId member) {
    requireToSee(caller, place);
    return ledger.book.usedBy(member).stream()
        .filter(code -> code.place().equals(place))
        .findFirst()
        .map(code -> invitedBy(code, new HashMap<>()));
  }

  /** The same of everybody who came to a place by a code. */
  public Map<AccountId, InvitedBy> inviters(Caller caller, GrantPlace place) {
    requireToSee(caller, place);
    Map<AccountId, InvitedBy> invited = new HashMap<>();
    Map<AccountId, Optional<String>> names = new HashMap<>();
    for (Invitation code : ledger.book.used(place)) {
      code.usedBy().ifPresent(by -> invited.put(by, invitedBy(code, names)));
    }
    return invited;
  }

  private void requireToSee(Caller caller, GrantPlace place) {
    place.organisation().ifPresent(o -> permissions.require(caller, Permission.MEMBER_VIEW, o));
    place.group().ifPresent(group -> groups.requireAdministration(caller, group));
  }

  private InvitedBy invitedBy(Invitation code, Map<AccountId, Optional<String>> names) {
    return new InvitedBy(
        code.createdBy()
            .flatMap(by -> names.computeIfAbsent(by, id -> ledger.name(Optional.of(id)))),
        code.usedAt().orElseGet(code::createdAt));
  }
}
