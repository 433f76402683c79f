package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.Identities;
import org.guichet.account.control.IdentityProvider;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.IdentityView;
import org.guichet.account.entity.LinkedIdentity;
import org.guichet.account.entity.OfferView;
import org.guichet.account.entity.OwnChangeOutcome;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;

/** Identities of the provider that the own account is linked with. */
@Stateless
@PermitAll // rights: the own account only
public class OwnIdentities {
  @Inject OwnAccount self;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject Identities identities;
  @Inject IdentityProvider provider;
  @Inject ProviderLinks links;

  /** The oldest link first. */
  public List<IdentityView> list(Caller caller) {
    return identities.of(self.of(caller).id()).stream().map(LinkedIdentity::view).toList();
  }

  /**
   * What somebody just brought from the provider and may link; the token says who it is.
   *
   * @return empty when it is too long ago, or linked
   */
  public Optional<OfferView> offer(Caller caller, String token) {
    return open(token)
        .map(visit -> new OfferView(provider.name().orElse(""), visit.identity().label()));
  }

  private Optional<ProviderVisit> open(String token) {
    return token.isEmpty()
        ? Optional.empty()
        : identities
            .findVisitByOffer(Tokens.digest(token))
            .filter(visit -> visit.offers(ledger.clock.instant()));
  }

  /**
   * Links what the caller brought from the provider.
   *
   * @param present password
   */
  public OwnChangeOutcome link(Caller caller, String token, String present) {
    Account own = self.of(caller);
    Optional<ProviderVisit> visit = open(token);
    if (visit.isEmpty()) {
      return refused("", Code.IDENTITY_OVER);
    }
    if (!self.proves(own, present)) {
      return refused("present", Code.PASSWORD_WRONG);
    }
    if (!links.link(caller, visit.get(), own)) {
      return refused("", Code.IDENTITY_OVER);
    }
    self.session(caller).ifPresent(session -> visit.get().leadTo(session.id()));
    return new OwnChangeOutcome.Done();
  }

  /** Ends a link; whoever got in by it stays in. Nothing happens to one that isn't the caller's. */
  public OwnChangeOutcome unlink(Caller caller, UUID identity) {
    Account own = self.of(caller);
    Optional<LinkedIdentity> found =
        identities.find(identity).filter(one -> one.account().equals(own.id()));
    boolean otherWay =
        accounts.credential(own.id()).passwordHash().isPresent()
            || identities.of(own.id()).size() > 1;
    if (found.isPresent() && !otherWay) {
      return refused("", Code.LAST_WAY_IN);
    }
    found.ifPresent(one -> links.unlink(caller, one, own));
    return new OwnChangeOutcome.Done();
  }

  private static OwnChangeOutcome refused(String field, Code code) {
    return new OwnChangeOutcome.Refused(List.of(AccountMistake.of(field, code)));
  }
}
