package org.guichet.invitation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.boundary.GroupRights;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AdministeredPlaces;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.audit.entity.AuditAction;
import org.guichet.invitation.control.HandOut;
import org.guichet.invitation.control.HolderList;
import org.guichet.invitation.control.HolderList.Listed;
import org.guichet.invitation.control.MailingLimits;
import org.guichet.invitation.entity.CreateInvitationsOutcome;
import org.guichet.invitation.entity.Invitation;
import org.guichet.invitation.entity.InvitationMistake;
import org.guichet.invitation.entity.InvitationMistake.Code;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.invitation.entity.InvitationWish;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.PdfPrinter;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes invitation codes, for who administers an organisation or a service’s group. A code is never
 * mailed: an invitation that is only names who invites whereto.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Invitations {
  private static final Logger log = LoggerFactory.getLogger(Invitations.class);

  @Inject Permissions permissions;
  @Inject GroupRights groups;
  @Inject InvitationLedger ledger;
  @Inject MailingLimits mailings;

  /** Where the caller may invite to: own organisations by name, then groups of services. */
  public List<InvitationPlace> places(Caller caller) {
    AdministeredPlaces within = ledger.giving.administered(caller);
    List<InvitationPlace> places = new ArrayList<>();
    within.organisations().stream()
        .map(GrantPlace::in)
        .filter(place -> !ledger.suspended(place))
        .map(ledger::place)
        .sorted((a, b) -> a.names().french().compareToIgnoreCase(b.names().french()))
        .forEach(places::add);
    within.groups().forEach(group -> places.add(ledger.place(GrantPlace.in(group.code()))));
    return places;
  }

  /** Makes equivalent codes; where the wish names an address, its person is invited by mail. */
  public CreateInvitationsOutcome create(Caller caller, GrantPlace place, InvitationWish wish) {
    AccountId by = require(caller, place);
    List<InvitationMistake> mistakes = mistakes(caller, place, wish);
    if (wish.count() < 1 || wish.count() > InvitationWish.MOST_CODES) {
      mistakes.add(
          0,
          InvitationMistake.of(
              "count", Code.COUNT, "1", Integer.toString(InvitationWish.MOST_CODES)));
    }
    String email = wish.email().strip();
    if (!email.isEmpty()) {
      if (wish.count() > 1) {
        mistakes.add(InvitationMistake.of("email", Code.EMAIL_FOR_ONE));
      } else if (!isEmail(caller, email)) {
        mistakes.add(InvitationMistake.of("email", Code.EMAIL_MALFORMED));
      }
    }
    if (mistakes.isEmpty() && !email.isEmpty()) {
      mistakes.addAll(mailing(caller, by, place, "email", 1));
    }
    if (!mistakes.isEmpty()) {
      return new CreateInvitationsOutcome.Refused(mistakes);
    }
    UUID batch = ledger.ids.get();
    Invitation.Time time = ledger.time(wish.days());
    List<Invitation> codes = new ArrayList<>();
    for (int i = 0; i < wish.count(); i++) {
      Invitation code = issue(by, place, wish, batch, time);
      codes.add(code);
      if (!email.isEmpty()) {
        code.destine("", email);
        invite(caller, code, new NewPerson(new PersonName("", ""), email, language(by)));
      }
    }
    return created(caller, codes);
  }

  /**
   * Makes a code for each person of a list, of at most {@value HolderList#MOST}, or none at all.
   *
   * @param list text of a CSV file with names and addresses
   * @param mailed whether each is invited by mail; the code then works for that address alone
   */
  public CreateInvitationsOutcome createForList(
      Caller caller, GrantPlace place, InvitationWish wish, String list, boolean mailed) {
    AccountId by = require(caller, place);
    List<InvitationMistake> mistakes = mistakes(caller, place, wish);
    HolderList read = HolderList.read(list);
    mistakes.addAll(read.mistakes());
    read.people().forEach(person -> mistakes.addAll(judge(caller, person)));
    if (mistakes.isEmpty() && mailed) {
      mistakes.addAll(mailing(caller, by, place, HolderList.FIELD, read.people().size()));
    }
    if (!mistakes.isEmpty()) {
      return new CreateInvitationsOutcome.Refused(mistakes);
    }
    UUID batch = ledger.ids.get();
    Locale language = language(by);
    Invitation.Time time = ledger.time(wish.days());
    List<Invitation> codes = new ArrayList<>();
    for (Listed listed : read.people()) {
      Invitation code = issue(by, place, wish, batch, time);
      codes.add(code);
      PersonName name = new PersonName(listed.given(), listed.family());
      code.destine(name.full(), listed.email());
      if (mailed) {
        invite(caller, code, new NewPerson(name, listed.email(), language));
      }
    }
    return created(caller, codes);
  }

  /**
   * Those that the caller made at once, to be passed on.
   *
   * @throws RefusedException with {@code NO_SUCH_INVITATION} for those of others
   */
  public List<InvitationView> made(Caller caller, UUID batch) {
    AccountId own = permissions.requirePerson(caller);
    AdministeredPlaces within = ledger.giving.administered(caller);
    List<InvitationView> made =
        ledger.book.batch(batch).stream()
            .filter(code -> code.createdBy().equals(Optional.of(own)))
            .filter(code -> within.holds(code.place()))
            .map(code -> ledger.view(caller, code))
            .toList();
    if (made.isEmpty()) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_INVITATION, batch.toString());
    }
    return made;
  }

  /**
   * The same on paper, those that still work: a PDF to hand out.
   *
   * @throws RefusedException with {@code NO_SUCH_INVITATION} for those of others
   */
  public byte[] print(Caller caller, UUID batch, Locale language) {
    List<InvitationView> valid =
        made(caller, batch).stream().filter(view -> view.code().isPresent()).toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PdfPrinter.print(HandOut.paper(valid, ledger.link("/portal/redeem"), language), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private AccountId require(Caller caller, GrantPlace place) {
    AccountId by = permissions.requirePerson(caller);
    place.fold(
        organisation -> {
          permissions.require(caller, Permission.MEMBER_MANAGE, organisation);
          return true;
        },
        group -> {
          groups.requireAdministration(caller, group);
          return true;
        });
    return by;
  }

  private List<InvitationMistake> mistakes(Caller caller, GrantPlace place, InvitationWish wish) {
    List<InvitationMistake> mistakes = new ArrayList<>();
    if (wish.days() < 1 || wish.days() > InvitationWish.MOST_DAYS) {
      mistakes.add(
          InvitationMistake.of("days", Code.DAYS, "1", Integer.toString(InvitationWish.MOST_DAYS)));
    }
    if (ledger.suspended(place)) {
      mistakes.add(
          InvitationMistake.of(
              "", Code.ORGANISATION_SUSPENDED, ledger.place(place).names().french()));
    }
    for (AccountMistake mistake : ledger.giving.mistakes(caller, place, wish.rights())) {
      mistakes.add(new InvitationMistake("rights", code(mistake), mistake.arguments()));
    }
    return mistakes;
  }

  private static Code code(AccountMistake mistake) {
    return switch (mistake.code()) {
      case PROFILES_EMPTY, ROLES_EMPTY -> Code.RIGHTS_EMPTY;
      case PROFILE_NOT_CONNECTED -> Code.RIGHT_NOT_CONNECTED;
      case PROFILES_EXCLUSIVE -> Code.RIGHTS_EXCLUSIVE;
      default -> Code.RIGHT_UNKNOWN;
    };
  }

  private List<InvitationMistake> judge(Caller caller, Listed person) {
    String line = Long.toString(person.line());
    NewPerson whole =
        new NewPerson(
            new PersonName(person.given(), person.family()), person.email(), Locale.FRENCH);
    return ledger.giving.judge(caller, whole).stream()
        .map(
            mistake ->
                mistake.code() == AccountMistake.Code.EMAIL_MALFORMED
                    ? InvitationMistake.of(HolderList.FIELD, Code.LIST_EMAIL, line, person.email())
                    : InvitationMistake.of(HolderList.FIELD, Code.LIST_NAME, line))
        .distinct()
        .toList();
  }

  private boolean isEmail(Caller caller, String email) {
    return ledger
        .giving
        .judge(caller, new NewPerson(new PersonName("Nom", "Nom"), email, Locale.FRENCH))
        .isEmpty();
  }

  /** Whether so many invitations may be mailed now; asked last, since it counts them. */
  private List<InvitationMistake> mailing(
      Caller caller, AccountId by, GrantPlace place, String field, int mails) {
    if (mailings.takes(by, place, mails)) {
      return List.of();
    }
    log.warn("INV-123 invitations not mailed, too many count={} by={}", mails, caller.label());
    return List.of(InvitationMistake.of(field, Code.MAILED_TOO_OFTEN, Integer.toString(mails)));
  }

  private Invitation issue(
      AccountId by, GrantPlace place, InvitationWish wish, UUID batch, Invitation.Time time) {
    UUID id = ledger.ids.get();
    Invitation code =
        Invitation.issue(
            new Invitation.Ids(id, batch),
            ledger.maker.keep(ledger.maker.next(), id),
            new Invitation.Grant(place, wish.rights()),
            by,
            time);
    ledger.book.add(code);
    return code;
  }

  private CreateInvitationsOutcome created(Caller caller, List<Invitation> codes) {
    Invitation first = codes.get(0);
    String count = Integer.toString(codes.size());
    ledger.audit(
        caller,
        AuditAction.INVITATIONS_CREATED,
        first.batch().toString(),
        first.place(),
        Map.of(
            "count", count,
            "rights", InvitationLedger.words(first.rights()),
            "lastDay", first.lastDay().toString()));
    log.info("INV-101 codes made batch={} count={} by={}", first.batch(), count, caller.label());
    return new CreateInvitationsOutcome.Created(first.batch(), codes.size());
  }

  private Locale language(AccountId by) {
    return ledger.person(by).map(NewPerson::language).orElse(Locale.FRENCH);
  }

  /** The mail says who invites whereto, and holds no code. */
  private void invite(Caller caller, Invitation code, NewPerson to) {
    code.mailed(ledger.clock.instant());
    ledger.mail(
        caller,
        to,
        "invitation.sent",
        Map.of(
            "inviter", ledger.name(code.createdBy()).orElse(""),
            "organisation", ledger.place(code.place()).names().in(to.language()),
            "day", DayText.day(code.lastDay(), to.language()),
            "link", ledger.link("/portal/redeem"),
            "registration", ledger.link("/signin/personal?wanted=%2Fportal%2Fredeem")),
        code.id());
    ledger.audit(
        caller, AuditAction.INVITATION_MAILED, code.id().toString(), code.place(), Map.of());
  }
}
