package org.guichet.invitation.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.RightsGiving;
import org.guichet.account.entity.AdministeredPlaces;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.NewPerson;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.invitation.control.CodeMaker;
import org.guichet.invitation.control.InvitationBook;
import org.guichet.invitation.entity.Invitation;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.OrganisationStanding;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every use case of codes does the same way: names, views, audit, mails. */
@Dependent
class InvitationLedger {
  /** A code that is valid for no longer than so many days more ends soon. */
  static final int SOON_DAYS = 2;

  private static final Logger log = LoggerFactory.getLogger(InvitationLedger.class);
  private static final Caller SYSTEM = Caller.system("invitations");

  @Inject InvitationBook book;
  @Inject CodeMaker maker;
  @Inject RightsGiving giving;
  @Inject CatalogueDesk catalogue;
  @Inject OrganisationDirectory directory;
  @Inject OrganisationStanding standing;
  @Inject AuditTrail trail;
  @Inject Notices notices;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** The day that it is where the deployment stands. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  /** When a code dies whose last day this is: at the following midnight. */
  Instant end(LocalDate lastDay) {
    return lastDay.plusDays(1).atStartOfDay(settings.zone()).toInstant();
  }

  /** From now until the end of the day that so many days come to. */
  Invitation.Time time(int days) {
    Instant now = clock.instant();
    LocalDate lastDay = LocalDate.ofInstant(now, settings.zone()).plusDays(days);
    return new Invitation.Time(now, lastDay, end(lastDay));
  }

  /** Whether nobody gets in there. */
  boolean suspended(GrantPlace place) {
    return place.organisation().filter(id -> !standing.active(SYSTEM, id)).isPresent();
  }

  /** The place with its names; of a group that is retired, its code. */
  InvitationPlace place(GrantPlace place) {
    return place.fold(
        organisation -> {
          Optional<OrganisationView> known = directory.find(SYSTEM, organisation);
          String name = known.map(OrganisationView::name).orElse("");
          return new InvitationPlace(
              place, new Names(name, name), known.map(o -> o.matricule().value()).orElse(""));
        },
        group -> new InvitationPlace(place, names(group), group));
  }

  /** The place that an organisation is. */
  Optional<GrantPlace> organisation(Matricule matricule) {
    return directory.findByMatricule(SYSTEM, matricule).map(view -> GrantPlace.in(view.id()));
  }

  /** Of the service and its group; of one that is retired, its code. */
  private Names names(String group) {
    Catalogue known = catalogue.catalogue(SYSTEM);
    return known
        .group(group)
        .flatMap(found -> known.serviceOfGroup(group).map(service -> both(service, found)))
        .orElse(new Names(group, group));
  }

  private static Names both(Application service, RightGroup group) {
    return new Names(
        service.names().french() + ", " + group.names().french(),
        service.names().english() + ", " + group.names().english());
  }

  Optional<NewPerson> person(AccountId id) {
    return giving.person(SYSTEM, id);
  }

  Optional<String> name(Optional<AccountId> id) {
    return id.flatMap(this::person).map(person -> person.name().full());
  }

  /**
   * A code as its reader sees it: whole for whoever made it or administers the place as an own one;
   * whoever runs the portal sees its beginning.
   */
  InvitationView view(Caller caller, Invitation code) {
    boolean whole =
        code.createdBy().filter(by -> caller.account().equals(Optional.of(by))).isPresent()
            || giving.isOwn(caller, code.place());
    return view(code, whole);
  }

  private InvitationView view(Invitation code, boolean whole) {
    Instant now = clock.instant();
    InvitationStatus status = code.status(now);
    return new InvitationView(
        code.id(),
        code.batch(),
        code.beginning(),
        whole && status == InvitationStatus.VALID ? opened(code) : Optional.empty(),
        place(code.place()),
        code.rights(),
        status,
        name(code.createdBy()),
        code.createdAt(),
        code.lastDay(),
        code.holderEmail()
            .map(email -> new InvitationView.Holder(code.holderName().orElse(""), email)),
        code.isMailed(),
        code.usedAt(),
        name(code.usedBy()),
        code.deactivatedAt(),
        name(code.deactivatedBy()),
        status == InvitationStatus.VALID && !code.lastDay().isAfter(today().plusDays(SOON_DAYS)));
  }

  /** Empty when the secret file isn't the one any more under which it was closed. */
  private Optional<String> opened(Invitation code) {
    try {
      return code.closed().map(closed -> maker.open(closed, code.id()));
    } catch (IllegalArgumentException e) {
      log.error("INV-901 code can't be opened, is the secret file another one? id={}", code.id());
      return Optional.empty();
    }
  }

  /**
   * The code, where the caller administers what it gives.
   *
   * @throws RefusedException with {@code NO_SUCH_INVITATION} else
   */
  Invitation among(AdministeredPlaces within, Optional<Invitation> found) {
    return found
        .filter(code -> within.holds(code.place()))
        .orElseThrow(() -> new RefusedException(RefusedException.Code.NO_SUCH_INVITATION, "code"));
  }

  /** Never the code itself: neither it nor its hash stands in the audit. */
  void audit(
      Caller caller, AuditAction action, String id, GrantPlace place, Map<String, String> after) {
    Map<String, String> values = new HashMap<>(after);
    place.group().ifPresent(group -> values.put("group", group));
    AuditEntry entry =
        AuditEntry.of(action, AuditSubject.of(AuditSubject.Type.INVITATION, id)).after(values);
    trail.write(caller, place.organisation().map(entry::in).orElse(entry));
  }

  static String words(Set<String> rights) {
    return rights.stream().sorted().collect(Collectors.joining(","));
  }

  /** Profiles or roles as somebody reads them. */
  String names(GrantPlace place, Set<String> rights, Locale language) {
    Catalogue known = catalogue.catalogue(SYSTEM);
    return rights.stream()
        .sorted()
        .map(
            code ->
                place
                    .fold(organisation -> known.profile(code), group -> known.role(group, code))
                    .map((Right right) -> right.names().in(language))
                    .orElse(code))
        .collect(Collectors.joining(", "));
  }

  void mail(Caller caller, NewPerson to, String template, Map<String, String> arguments, UUID id) {
    Map<String, String> all = new HashMap<>(arguments);
    all.put("publicUrl", settings.publicUrl().toString());
    notices.post(
        caller,
        new Notice(to.email(), to.language(), template, all, List.of(), template + ":" + id));
  }

  /** A page of the portal, by the public address of the deployment. */
  String link(String page) {
    return settings.publicUrl() + page;
  }
}
