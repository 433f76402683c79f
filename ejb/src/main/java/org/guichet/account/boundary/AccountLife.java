package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import org.guichet.account.control.Memberships;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.Membership;
import org.guichet.organisation.boundary.AccountTerms;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;

/**
 * For how long nobody may sign in before an account expires. It is one account, however many
 * organisations it belongs to: the most patient of them says it, so that none locks people out of
 * another. Whoever has a role, or belongs nowhere, has what the deployment says.
 */
@Dependent
class AccountLife {
  private static final Caller SYSTEM = Caller.system("account life");

  /** No organisation may choose less than a month. */
  private static final Period SHORTEST = Period.ofDays(28);

  private static final Period LONG = Period.ofMonths(3);

  @Inject Memberships memberships;
  @Inject AccountTerms terms;
  @Inject Settings settings;

  Period of(Account account) {
    Period most = settings.account().expiry();
    if (!memberships.grants(account.id()).isEmpty()) {
      return most;
    }
    return memberships.of(account.id()).stream()
        .map(Membership::organisation)
        .map(this::in)
        .max(Comparator.comparing(LocalDate.EPOCH::plus))
        .orElse(most);
  }

  /** Of accounts that belong to this organisation alone. */
  Period in(OrganisationId organisation) {
    return terms.inForce(SYSTEM, organisation);
  }

  /** Whether people who come now and then would always be about to lose it. */
  static boolean isShort(Period life) {
    return LocalDate.EPOCH.plus(life).isBefore(LocalDate.EPOCH.plus(LONG));
  }

  /** Whether its person may do anything with it. Asked often: who came of late costs no look-up. */
  boolean usable(Account account, Instant now) {
    return account.usable(now, settings.account().expiry())
        && (account.usable(now, SHORTEST) || account.usable(now, of(account)));
  }
}
