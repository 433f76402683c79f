package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.MailLinks;
import org.guichet.account.control.PersonRules;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountStep;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MailToken;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;

/**
 * What every use case of accounts does the same way: rows with history, audit, mails with links.
 */
@Dependent
class AccountLedger {
  private static final String PAYLOADS = "account: what links confirm";

  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject AuditTrail trail;
  @Inject Notices notices;
  @Inject Tokens tokens;
  @Inject Secrets secrets;
  @Inject Settings settings;
  @Inject AccountLife life;
  @Inject LoginReservations reservations;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** A new account of a person without mistakes. */
  Account make(Caller caller, NewPerson person, boolean personal) {
    String base = PersonRules.login(person.name());
    List<String> taken = new ArrayList<>(accounts.loginsLike(base));
    taken.addAll(reservations.like(base));
    return make(caller, PersonRules.free(base, taken), person, personal);
  }

  /** The same with a login that is known to be free. */
  Account make(Caller caller, String login, NewPerson person, boolean personal) {
    Account account =
        Account.make(
            new AccountId(ids.get()),
            login,
            person,
            PersonRules.folded(person.name()),
            personal,
            clock.instant());
    accounts.add(account);
    step(caller, account);
    audit(
        caller,
        AuditEntry.of(AuditAction.ACCOUNT_CREATED, AuditSubject.account(account.id()))
            .after(values(account)));
    return account;
  }

  /** Notes where the account stands now. */
  void step(Caller caller, Account account) {
    accounts.addStep(AccountStep.of(ids.get(), account, caller.label(), clock.instant()));
  }

  void audit(Caller caller, AuditEntry entry) {
    trail.write(caller, entry);
  }

  void audit(Caller caller, AuditAction action, Account account) {
    audit(caller, AuditEntry.of(action, AuditSubject.account(account.id())));
  }

  /** What the audit keeps of an account. */
  static Map<String, String> values(Account account) {
    return Map.of(
        "login", account.login(),
        "email", account.email(),
        "givenName", account.name().given(),
        "familyName", account.name().family(),
        "state", account.state().name());
  }

  /** Changes names and address. */
  void edit(
      Caller caller,
      Account account,
      PersonName name,
      String email,
      Optional<OrganisationId> organisation) {
    Map<String, String> before = values(account);
    account.rename(name, PersonRules.folded(name));
    account.moveTo(email);
    AuditEntry entry =
        AuditEntry.of(AuditAction.ACCOUNT_EDITED, AuditSubject.account(account.id()))
            .before(before)
            .after(values(account));
    audit(caller, organisation.map(entry::in).orElse(entry));
  }

  /** Deletes it, restorable; returns false when it is deleted already. */
  boolean delete(Caller caller, Account account, Optional<OrganisationId> organisation) {
    if (account.state() == AccountState.DELETED) {
      return false;
    }
    Instant now = clock.instant();
    account.delete(now);
    step(caller, account);
    AuditEntry entry =
        AuditEntry.of(AuditAction.ACCOUNT_DELETED, AuditSubject.account(account.id()));
    audit(caller, organisation.map(entry::in).orElse(entry));
    mail(
        caller,
        account,
        Mail.of("account.deleted").with("date", day(now.plus(Account.GRACE), account)),
        ids.get().toString());
    return true;
  }

  /** The day of a time in the deployment's zone, as mails to the account tell it. */
  String day(Instant time, Account reader) {
    return DayText.day(LocalDate.ofInstant(time, settings.zone()), reader.language());
  }

  /**
   * Sends a link, which takes the place of earlier ones of its purpose.
   *
   * @param payload what the person confirms with it
   * @return the link
   */
  String sendLink(
      Caller caller, Account account, MailPurpose purpose, Optional<String> payload, Mail mail) {
    Instant now = clock.instant();
    signIns.tokens(account.id(), purpose).forEach(token -> token.spend(now));
    String token = tokens.next();
    UUID id = ids.get();
    signIns.add(
        MailToken.send(
            id,
            account.id(),
            purpose,
            Tokens.digest(token),
            payload.map(text -> secrets.texts(PAYLOADS).close(text, id.toString())),
            now));
    String link = MailLinks.of(settings.publicUrl(), purpose, token);
    mail(caller, account, mail.with("link", link), id.toString(), true);
    return link;
  }

  /** The link of this token, while it works. */
  Optional<MailToken> link(String token, MailPurpose purpose) {
    return signIns
        .findToken(Tokens.digest(token))
        .filter(found -> found.purpose() == purpose)
        .filter(found -> found.works(clock.instant()));
  }

  Optional<String> payload(MailToken token) {
    return token.payload().map(text -> secrets.texts(PAYLOADS).open(text, token.id().toString()));
  }

  /** Mails to the account's address, or to the one that {@code mail} names. */
  void mail(Caller caller, Account account, Mail mail, String dedupKey) {
    mail(caller, account, mail, dedupKey, false);
  }

  private void mail(
      Caller caller, Account account, Mail mail, String dedupKey, boolean confidential) {
    String to = mail.to().orElse(account.email());
    if (to.isEmpty()) {
      return; // somebody came in with a slip, and gave no address
    }
    Map<String, String> arguments = new HashMap<>(mail.arguments());
    arguments.put("login", account.login());
    arguments.put("givenName", account.name().given());
    arguments.put("familyName", account.name().family());
    arguments.put("publicUrl", settings.publicUrl().toString());
    notices.post(
        caller,
        new Notice(
                to,
                account.language(),
                mail.template(),
                arguments,
                List.of(),
                mail.template() + ":" + dedupKey)
            .holding(confidential));
  }

  AccountView view(Account account) {
    return account.view(life.of(account), clock.instant());
  }

  boolean usable(Account account) {
    return life.usable(account, clock.instant());
  }

  /** The account, for a caller who may know whether it is there. */
  Account require(AccountId id) {
    return accounts
        .find(id)
        .orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_ACCOUNT, id.toString()));
  }

  /**
   * Which mail.
   *
   * @param to empty: the account's own address
   */
  record Mail(String template, Optional<String> to, Map<String, String> arguments) {
    Mail {
      arguments = Map.copyOf(arguments);
    }

    static Mail of(String template) {
      return new Mail(template, Optional.empty(), Map.of());
    }

    Mail to(String address) {
      return new Mail(template, Optional.of(address), arguments);
    }

    Mail with(String name, String value) {
      Map<String, String> more = new HashMap<>(arguments);
      more.put(name, value);
      return new Mail(template, to, more);
    }
  }
}
