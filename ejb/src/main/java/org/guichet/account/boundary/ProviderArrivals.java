package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.Identities;
import org.guichet.account.control.ProviderWay;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.ArrivalOutcome;
import org.guichet.account.entity.ArrivalOutcome.Reason;
import org.guichet.account.entity.ArrivalOutcome.Refused;
import org.guichet.account.entity.LinkedIdentity;
import org.guichet.account.entity.ProvenIdentity;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Sha256;

/**
 * Receives whom the provider has proven. Doors can't call it: what it takes is made by {@link
 * ProviderSignIn} alone.
 */
@Stateless
@PermitAll // the provider has said who it is
public class ProviderArrivals {
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject Identities identities;
  @Inject SignInSteps steps;
  @Inject ProviderLinks links;
  @Inject Tokens tokens;
  @Inject Supplier<UUID> ids;

  /**
   * Lets in whose account it is; offers the link to somebody whom nobody knows.
   *
   * @param way by which the person came; the second time by the same is refused
   */
  public ArrivalOutcome receive(
      Caller caller, ProviderWay way, ProvenIdentity proven, String device, String agent) {
    boolean linking = way.linkFor().isPresent();
    Sha256 state = Tokens.digest(way.state());
    if (identities.findVisitByState(state).isPresent()) {
      return new Refused(Reason.NOT_OURS, linking);
    }
    Optional<LinkedIdentity> known = identities.find(proven.issuer(), proven.subject());
    if (linking && known.isPresent()) {
      boolean own = way.linkFor().filter(known.get().account()::equals).isPresent();
      return new Refused(own ? Reason.LINKED_ALREADY : Reason.LINKED_ELSEWHERE, true);
    }
    Optional<String> offer = known.isPresent() ? Optional.empty() : Optional.of(tokens.next());
    UUID id = ids.get();
    ProviderVisit visit =
        ProviderVisit.begin(
            id,
            state,
            offer.map(Tokens::digest),
            proven,
            links.close(proven, id),
            ledger.clock.instant());
    identities.add(visit);
    return offer
        .<ArrivalOutcome>map(token -> new ArrivalOutcome.Unknown(token, linking))
        .orElseGet(
            () ->
                new ArrivalOutcome.Recognised(
                    letIn(caller, known.orElseThrow(), visit, device, agent), way.wanted()));
  }

  private SignInOutcome letIn(
      Caller caller, LinkedIdentity identity, ProviderVisit visit, String device, String agent) {
    Account account = ledger.require(identity.account());
    if (account.state() != AccountState.ACTIVE) {
      ledger.audit(
          caller,
          AuditEntry.of(AuditAction.SIGN_IN_REFUSED, AuditSubject.account(account.id()))
              .after(Map.of("wrong", "state", "issuer", identity.issuer())));
      return new SignInOutcome.Refused(SignInOutcome.Reason.NAME_OR_PASSWORD);
    }
    return steps.after(caller, account, device, agent, Optional.of(visit));
  }
}
