package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.account.entity.Membership;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/** What an organisation's administrators do for its people, their data and profiles aside. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class MemberCare {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject MemberRules rules;
  @Inject SecondFactors factors;
  @Inject GuessLimits limits;
  @Inject Supplier<UUID> ids;

  /** Lets nobody sign in with the account, and puts out whoever is in. */
  public MemberOutcome disable(Caller caller, OrganisationId organisation, AccountId id) {
    Account account = require(caller, organisation, id);
    if (caller.account().equals(Optional.of(id))) {
      return Members.refused("account", Code.ONESELF);
    }
    if (account.state() != AccountState.ACTIVE) {
      return state(account);
    }
    if (!rules.ownAlone(caller, account)) {
      return Members.refused("account", Code.OTHERS_TOO);
    }
    Optional<Code> last = rules.lastAnywhere(account);
    if (last.isPresent()) {
      return Members.refused("account", last.get());
    }
    account.disable();
    return stepped(caller, organisation, account, AuditAction.ACCOUNT_DISABLED);
  }

  /** Lets its person sign in again. */
  public MemberOutcome enable(Caller caller, OrganisationId organisation, AccountId id) {
    Account account = require(caller, organisation, id);
    if (account.state() != AccountState.DISABLED) {
      return state(account);
    }
    if (!rules.ownAlone(caller, account)) {
      return Members.refused("account", Code.OTHERS_TOO);
    }
    account.enable();
    return stepped(caller, organisation, account, AuditAction.ACCOUNT_ENABLED);
  }

  /** Takes a deletion back, within its 90 days. */
  public MemberOutcome restore(Caller caller, OrganisationId organisation, AccountId id) {
    Account account = require(caller, organisation, id);
    if (account.state() != AccountState.DELETED) {
      return state(account);
    }
    account.restore();
    return stepped(caller, organisation, account, AuditAction.ACCOUNT_RESTORED);
  }

  /**
   * Gives an account a new life before or after it expired.
   *
   * @param until when it ends; empty: when nobody uses it any more
   */
  public MemberOutcome renew(
      Caller caller, OrganisationId organisation, AccountId id, Optional<Instant> until) {
    Account account = require(caller, organisation, id);
    if (account.state() != AccountState.ACTIVE) {
      return state(account);
    }
    if (until.filter(end -> !end.isAfter(ledger.clock.instant())).isPresent()) {
      return Members.refused("expires", Code.EXPIRES_ALREADY);
    }
    if (until.isPresent() && !rules.ownAlone(caller, account)) {
      return Members.refused("account", Code.OTHERS_TOO);
    }
    account.renew(ledger.clock.instant());
    account.expire(until);
    ledger.mail(caller, account, Mail.of("account.renewed"), ids.get().toString());
    return done(caller, organisation, account, AuditAction.ACCOUNT_RENEWED);
  }

  /** Has the account end at a time; empty: when nobody uses it any more. */
  public MemberOutcome expire(
      Caller caller, OrganisationId organisation, AccountId id, Optional<Instant> at) {
    Account account = require(caller, organisation, id);
    if (at.filter(end -> !end.isAfter(ledger.clock.instant())).isPresent()) {
      return Members.refused("expires", Code.EXPIRES_ALREADY);
    }
    if (!rules.ownAlone(caller, account)) {
      return Members.refused("account", Code.OTHERS_TOO);
    }
    account.expire(at);
    return done(caller, organisation, account, AuditAction.ACCOUNT_EXPIRED);
  }

  /** Sends the activation link anew; the earlier one ends. */
  public MemberOutcome resendActivation(Caller caller, OrganisationId organisation, AccountId id) {
    Account account = require(caller, organisation, id);
    if (account.state() != AccountState.PENDING) {
      return state(account);
    }
    rules.sendActivation(caller, account, organisation);
    return done(caller, organisation, account, AuditAction.ACTIVATION_SENT);
  }

  /**
   * Takes the second factor away, so that the person enrols another, and puts out whoever is in.
   */
  public MemberOutcome resetSecondFactor(Caller caller, OrganisationId organisation, AccountId id) {
    Account account = require(caller, organisation, id);
    if (caller.account().equals(Optional.of(id))) {
      return Members.refused("account", Code.ONESELF);
    }
    if (!rules.ownAlone(caller, account)) {
      return Members.refused("account", Code.OTHERS_TOO);
    }
    factors.drop(account);
    account.putOut();
    limits.codes().forget(id.toString());
    ledger.mail(caller, account, Mail.of("account.secondFactorReset"), ids.get().toString());
    return done(caller, organisation, account, AuditAction.SECOND_FACTOR_RESET);
  }

  private Account require(Caller caller, OrganisationId organisation, AccountId id) {
    permissions.require(caller, Permission.MEMBER_MANAGE, organisation);
    Account account = ledger.require(id);
    rules.require(account, organisation);
    return account;
  }

  private MemberOutcome stepped(
      Caller caller, OrganisationId organisation, Account account, AuditAction action) {
    ledger.step(caller, account);
    return done(caller, organisation, account, action);
  }

  private MemberOutcome done(
      Caller caller, OrganisationId organisation, Account account, AuditAction action) {
    ledger.audit(
        caller,
        AuditEntry.of(action, AuditSubject.account(account.id()))
            .in(organisation)
            .after(AccountLedger.values(account)));
    Membership membership = rules.require(account, organisation);
    return new MemberOutcome.Done(rules.view(caller, account, membership));
  }

  private static MemberOutcome state(Account account) {
    return Members.refused("account", Code.STATE, account.state().name());
  }
}
