package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Identities;
import org.guichet.account.control.IdentityProvider;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.LinkedIdentity;
import org.guichet.account.entity.ProvenIdentity;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.SessionId;

/** Links identities of the provider with accounts, and tells whose account it is. */
@Dependent
class ProviderLinks {
  private static final String PURPOSE = "account: what the provider signed";
  private static final int CLOSED_AT_MOST = 16_000;

  @Inject AccountLedger ledger;
  @Inject Identities identities;
  @Inject IdentityProvider provider;
  @Inject Secrets secrets;
  @Inject Supplier<UUID> ids;

  /** One that is too long is not kept: the person is then signed out here only. */
  Optional<String> close(ProvenIdentity proven, UUID visit) {
    return Optional.of(secrets.texts(PURPOSE).close(proven.idToken(), visit.toString()))
        .filter(closed -> closed.length() <= CLOSED_AT_MOST);
  }

  /** What the provider once signed of this visit. */
  Optional<String> idToken(ProviderVisit visit) {
    return visit
        .idToken()
        .map(closed -> secrets.texts(PURPOSE).open(closed, visit.id().toString()));
  }

  /** Somebody is in who came by this visit, or links what it offers. */
  void arrive(Caller caller, ProviderVisit visit, Account account, SessionId session) {
    if (visit.kind() == ProviderVisit.Kind.OFFER && !link(caller, visit, account)) {
      return; // in by the own password all the same
    }
    visit.leadTo(session);
    find(visit.identity()).ifPresent(identity -> identity.used(ledger.clock.instant()));
  }

  /** Returns false, and changes nothing, when it isn't offered any more. */
  boolean link(Caller caller, ProviderVisit visit, Account account) {
    ProvenIdentity proven = visit.identity();
    if (!visit.lasts(ledger.clock.instant()) || find(proven).isPresent()) {
      return false;
    }
    identities.add(LinkedIdentity.link(ids.get(), account.id(), proven, ledger.clock.instant()));
    tell(caller, account, AuditAction.IDENTITY_LINKED, proven.label(), proven.issuer());
    mail(caller, account, "account.identityLinked", proven.label());
    return true;
  }

  void unlink(Caller caller, LinkedIdentity identity, Account account) {
    String label = identity.view().label();
    identities.remove(identity);
    tell(caller, account, AuditAction.IDENTITY_UNLINKED, label, identity.issuer());
    mail(caller, account, "account.identityUnlinked", label);
  }

  private Optional<LinkedIdentity> find(ProvenIdentity proven) {
    return identities.find(proven.issuer(), proven.subject());
  }

  private void tell(
      Caller caller, Account account, AuditAction action, String label, String issuer) {
    Map<String, String> values = Map.of("identity", label, "issuer", issuer);
    AuditEntry entry = AuditEntry.of(action, AuditSubject.account(account.id()));
    ledger.audit(
        caller, action == AuditAction.IDENTITY_LINKED ? entry.after(values) : entry.before(values));
  }

  private void mail(Caller caller, Account account, String template, String label) {
    ledger.mail(
        caller,
        account,
        Mail.of(template).with("provider", provider.name().orElse("")).with("identity", label),
        ids.get().toString());
  }
}
