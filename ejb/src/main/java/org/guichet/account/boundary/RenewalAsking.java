package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.Membership;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;

/** Tells those who may renew an account that its person asks for it. */
@Dependent
class RenewalAsking {
  private static final Caller SYSTEM = Caller.system("renewal");

  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject Rights rights;
  @Inject OrganisationDirectory directory;
  @Inject Supplier<UUID> ids;

  /** Administrators of the person's organisations; operators when there are none. */
  void ask(Caller caller, Account account) {
    boolean asked = false;
    for (Membership membership : memberships.of(account.id())) {
      String organisation =
          directory.find(SYSTEM, membership.organisation()).map(OrganisationView::name).orElse("");
      asked |=
          tell(
              caller, account, memberships.administrators(membership.organisation()), organisation);
    }
    if (!asked) {
      tell(caller, account, whoRenew(), "");
    }
  }

  /** Not everybody with a role: a group's people have nothing to do with others' accounts. */
  private List<AccountId> whoRenew() {
    return memberships.withRoles().stream()
        .filter(id -> rights.everywhere(id).contains(Permission.ACCOUNT_MANAGE))
        .toList();
  }

  private boolean tell(Caller caller, Account account, List<AccountId> whom, String organisation) {
    Set<AccountId> others = new LinkedHashSet<>(whom);
    others.remove(account.id());
    for (AccountId id : others) {
      ledger.mail(
          caller,
          ledger.require(id),
          Mail.of("account.renewalAsked")
              .with("person", account.name().full())
              .with("expired", account.login())
              .with("organisation", organisation),
          ids.get().toString());
    }
    return !others.isEmpty();
  }
}
