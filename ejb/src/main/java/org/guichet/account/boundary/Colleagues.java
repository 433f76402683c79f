package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Memberships.Ages;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.Colleague;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.NewPerson;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;

/**
 * The people of an organisation, by name alone, for whoever reads its receipts and wants somebody
 * else of it to have one.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Colleagues {
  /** More than these nobody looks through; the others are found by their name in the members. */
  public static final int MOST = PageRequest.LARGEST;

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;

  /** Those whose accounts are active, by name. Looking is audited. */
  public List<Colleague> list(Caller caller, OrganisationId organisation) {
    permissions.require(caller, Permission.RECEIPT_READ, organisation);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBERS_VIEWED, AuditSubject.organisation(organisation))
            .in(organisation));
    return active(organisation).map(one -> new Colleague(one.id(), one.name())).toList();
  }

  /** How to write to one of them; empty for whoever isn't one. */
  public Optional<NewPerson> address(Caller caller, OrganisationId organisation, AccountId id) {
    permissions.require(caller, Permission.RECEIPT_READ, organisation);
    return active(organisation)
        .filter(one -> one.id().equals(id))
        .map(one -> new NewPerson(one.name(), one.email(), one.language()))
        .findFirst();
  }

  private Stream<Account> active(OrganisationId organisation) {
    MemberQuery query =
        new MemberQuery(
            "",
            Optional.of(MemberQuery.Standing.ACTIVE),
            Optional.empty(),
            Optional.empty(),
            MemberQuery.Sort.NAME,
            false,
            new PageRequest(0, MOST));
    Ages ages = Ages.at(ledger.clock.instant(), ledger.life.in(organisation));
    return memberships.page(organisation, query, ages).stream()
        .map(Membership::account)
        .map(ledger::require);
  }
}
