package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.ChangeWish;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Memberships.Ages;
import org.guichet.account.control.PersonRules;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.CreateAccountOutcome;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.MemberView;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An organisation's people: who they are, and what they may do. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Members {
  private static final Logger log = LoggerFactory.getLogger(Members.class);
  private static final Caller SYSTEM = Caller.system("members");

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject Memberships memberships;
  @Inject MemberRules rules;
  @Inject Rights rights;
  @Inject OrganisationDirectory directory;
  @Inject Mandates mandates;
  @Inject Supplier<UUID> ids;

  /** An organisation's people; a certifier sees those of its depositors too. */
  public Page<MemberView> list(Caller caller, OrganisationId organisation, MemberQuery query) {
    permissions.require(caller, Permission.MEMBER_VIEW, organisation);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBERS_VIEWED, AuditSubject.organisation(organisation))
            .in(organisation));
    Ages ages = Ages.at(ledger.clock.instant(), ledger.life.in(organisation));
    List<MemberView> rows =
        memberships.page(organisation, query, ages).stream()
            .map(m -> rules.view(caller, ledger.require(m.account()), m))
            .toList();
    return new Page<>(rows, memberships.count(organisation, query, ages));
  }

  /** Depositors that a certifier mandates now, whose people it sees therefore; by name. */
  public List<OrganisationView> depositors(Caller caller, OrganisationId certifier) {
    permissions.require(caller, Permission.MEMBER_VIEW, certifier);
    Matricule own =
        directory.find(SYSTEM, certifier).map(OrganisationView::matricule).orElseThrow();
    return mandates.list(SYSTEM, own).stream()
        .filter(mandate -> mandate.inForce() && mandate.certifier().equals(own))
        .map(MandateView::depositor)
        .distinct()
        .flatMap(matricule -> directory.findByMatricule(SYSTEM, matricule).stream())
        .sorted(Comparator.comparing(OrganisationView::name))
        .toList();
  }

  /** Whether the caller may change the organisation's people, not only see them. */
  public boolean manages(Caller caller, OrganisationId organisation) {
    permissions.require(caller, Permission.MEMBER_VIEW, organisation);
    return permissions.allows(caller, Permission.MEMBER_MANAGE, organisation);
  }

  public MemberView find(Caller caller, OrganisationId organisation, AccountId id) {
    permissions.require(caller, Permission.MEMBER_VIEW, organisation);
    Account account = ledger.require(id);
    Membership membership = rules.require(account, organisation);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBER_VIEWED, AuditSubject.account(id)).in(organisation));
    return rules.view(caller, account, membership);
  }

  /**
   * Whom to ask, with their addresses: for everybody of the organisation.
   *
   * @return active administrators, by name
   */
  public List<NewPerson> administrators(Caller caller, OrganisationId organisation) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, organisation);
    return memberships.administrators(organisation).stream()
        .map(ledger::require)
        .map(a -> new NewPerson(a.name(), a.email(), a.language()))
        .toList();
  }

  /** Makes an account in the organisation; its person gets a mail with the activation link. */
  public CreateAccountOutcome create(
      Caller caller, OrganisationId organisation, NewPerson person, Set<String> profiles) {
    permissions.require(caller, Permission.MEMBER_MANAGE, organisation);
    List<AccountMistake> mistakes = new ArrayList<>(PersonRules.mistakes(person));
    mistakes.addAll(rules.mistakes(organisation, profiles));
    if (!mistakes.isEmpty()) {
      return new CreateAccountOutcome.Refused(mistakes);
    }
    Account account = ledger.make(caller, person, false);
    Membership membership =
        Membership.grant(
            ids.get(),
            account.id(),
            organisation,
            profiles,
            rights.administrates(profiles),
            ledger.clock.instant());
    memberships.add(membership);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBERSHIP_GRANTED, AuditSubject.account(account.id()))
            .in(organisation)
            .after(profiles(membership)));
    String link = rules.sendActivation(caller, account, organisation);
    log.info(
        "ACC-102 member added organisation={} account={} by={}",
        organisation,
        account.id(),
        caller.label());
    return new CreateAccountOutcome.Created(ledger.view(account), link);
  }

  private static Map<String, String> profiles(Membership membership) {
    return Map.of("profiles", String.join(",", membership.profiles()));
  }

  /** Gives these profiles in place of those that the person has in the organisation. */
  public MemberOutcome changeProfiles(
      Caller caller, OrganisationId organisation, AccountId id, Set<String> profiles) {
    permissions.require(caller, Permission.MEMBER_MANAGE, organisation);
    Account account = ledger.require(id);
    Membership membership = rules.require(account, organisation);
    List<AccountMistake> mistakes = new ArrayList<>(rules.mistakes(organisation, profiles));
    boolean administrates = rights.administrates(profiles);
    if (membership.administrator()
        && !administrates
        && rules.lastAdministrator(account, organisation)) {
      mistakes.add(AccountMistake.of("profiles", Code.LAST_ADMINISTRATOR));
    }
    if (!mistakes.isEmpty()) {
      return new MemberOutcome.Refused(mistakes);
    }
    Map<String, String> before = profiles(membership);
    Set<String> held = membership.profiles();
    if (administrates
        && !membership.administrator()
        && accounts.credential(id).totpSecret().isEmpty()) {
      account.putOut(); // who gives rights signs in with a second factor, from now on
    }
    membership.change(profiles, administrates);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBERSHIP_CHANGED, AuditSubject.account(id))
            .in(organisation)
            .before(before)
            .after(profiles(membership)));
    if (!before.equals(profiles(membership))) {
      ledger.mail(
          caller,
          account,
          Mail.of("account.profilesChanged")
              .with("organisation", rules.name(organisation))
              .with("before", rules.names(account, held))
              .with("after", rules.names(account, membership.profiles())),
          ids.get().toString());
    }
    return new MemberOutcome.Done(rules.view(caller, account, membership));
  }

  /**
   * Changes names and address where the caller administers every organisation of the account; else
   * proposes it to the person, by mail to the present address.
   */
  public MemberOutcome edit(
      Caller caller, OrganisationId organisation, AccountId id, PersonName name, String email) {
    permissions.require(caller, Permission.MEMBER_MANAGE, organisation);
    Account account = ledger.require(id);
    Membership membership = rules.require(account, organisation);
    List<AccountMistake> mistakes =
        PersonRules.mistakes(new NewPerson(name, email, account.language()));
    if (!mistakes.isEmpty()) {
      return new MemberOutcome.Refused(mistakes);
    }
    if (!rules.ownAlone(caller, account)) {
      ledger.sendLink(
          caller,
          account,
          MailPurpose.MEMBER_CHANGE,
          Optional.of(new ChangeWish(name, email.strip()).write()),
          Mail.of("account.memberChange").with("organisation", rules.name(organisation)));
      ledger.audit(
          caller,
          AuditEntry.of(AuditAction.MEMBER_CHANGE_ASKED, AuditSubject.account(id))
              .in(organisation));
      return new MemberOutcome.Proposed();
    }
    ledger.edit(caller, account, name, email, Optional.of(organisation));
    return new MemberOutcome.Done(rules.view(caller, account, membership));
  }

  /**
   * Deletes the account, restorable for 90 days, where the caller administers every organisation of
   * it; else ends this membership only.
   */
  public MemberOutcome delete(Caller caller, OrganisationId organisation, AccountId id) {
    permissions.require(caller, Permission.MEMBER_MANAGE, organisation);
    Account account = ledger.require(id);
    Membership membership = rules.require(account, organisation);
    boolean alone = rules.ownAlone(caller, account);
    Optional<Code> last =
        alone
            ? rules.lastAnywhere(account)
            : Optional.of(Code.LAST_ADMINISTRATOR)
                .filter(code -> membership.administrator())
                .filter(code -> rules.lastAdministrator(account, organisation));
    if (last.isPresent()) {
      return refused("account", last.get());
    }
    if (alone) {
      return ledger.delete(caller, account, Optional.of(organisation))
          ? new MemberOutcome.Done(rules.view(caller, account, membership))
          : refused("account", Code.STATE, account.state().name());
    }
    memberships.remove(membership);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBERSHIP_ENDED, AuditSubject.account(id))
            .in(organisation)
            .before(profiles(membership)));
    ledger.mail(
        caller,
        account,
        Mail.of("account.membershipEnded").with("organisation", rules.name(organisation)),
        ids.get().toString());
    return new MemberOutcome.Left();
  }

  static MemberOutcome refused(String field, Code code, String... arguments) {
    return new MemberOutcome.Refused(List.of(AccountMistake.of(field, code, arguments)));
  }
}
