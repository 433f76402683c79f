package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.control.Identities;
import org.guichet.account.control.IdentityProvider;
import org.guichet.account.control.ProviderException;
import org.guichet.account.control.ProviderWay;
import org.guichet.account.entity.ArrivalOutcome;
import org.guichet.account.entity.ArrivalOutcome.Reason;
import org.guichet.account.entity.ArrivalOutcome.Refused;
import org.guichet.account.entity.Departure;
import org.guichet.account.entity.ProvenIdentity;
import org.guichet.account.entity.ProviderAnswer;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends people to the provider and looks at what they bring back. The provider is asked outside any
 * transaction; {@link ProviderArrivals} writes, briefly. What is needed between going and coming is
 * with the browser, closed: strangers write no row, and any server may be returned to.
 */
@Stateless
@PermitAll // whoever calls isn't anybody yet, but for linking and leaving
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderSignIn {
  private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);
  private static final String PURPOSE = "account: ways to the provider";
  private static final int KEPT_AT_MOST = 4_000;
  private static final int CODE_AT_MOST = 4_000;

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject IdentityProvider provider;
  @Inject Identities identities;
  @Inject ProviderArrivals arrivals;
  @Inject ProviderLinks links;
  @Inject GuessLimits limits;
  @Inject Secrets secrets;
  @Inject Tokens tokens;

  /** What people call the provider; empty when they sign in with a password only. */
  public Optional<String> name(Caller caller) {
    return provider.name();
  }

  /**
   * The way to the provider, to sign in.
   *
   * @param wanted where the person is going
   * @param language in which the person likes to be spoken to
   * @return empty when there is no provider, or it doesn't answer
   */
  public Optional<Departure> depart(Caller caller, String wanted, Locale language) {
    return depart(wanted, Optional.empty(), language);
  }

  /** The way to the provider, to link an identity with the own account; as {@link #depart}. */
  public Optional<Departure> departToLink(Caller caller, Locale language) {
    AccountId own = permissions.requirePerson(caller);
    return depart("", Optional.of(own), language);
  }

  private Optional<Departure> depart(String wanted, Optional<AccountId> linkFor, Locale language) {
    if (provider.name().isEmpty()) {
      return Optional.empty();
    }
    ProviderWay way =
        new ProviderWay(
            tokens.next(), tokens.next(), tokens.next(), wanted, linkFor, ledger.clock.instant());
    try {
      return Optional.of(new Departure(provider.departure(way, language), close(way)));
    } catch (ProviderException e) {
      log.warn("ACC-202 provider can't be asked problem={}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Closed texts are base64; of cookies with "=" in their value, the server reads a part only. */
  private String close(ProviderWay way) {
    return secrets
        .texts(PURPOSE)
        .close(way.write(), "")
        .replace('+', '-')
        .replace('/', '_')
        .replace("=", "");
  }

  private Optional<ProviderWay> open(String kept) {
    if (kept.isEmpty() || kept.length() > KEPT_AT_MOST) {
      return Optional.empty();
    }
    try {
      String closed = kept.replace('-', '+').replace('_', '/');
      return Optional.of(ProviderWay.read(secrets.texts(PURPOSE).open(closed, "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not closed by us
    }
  }

  /**
   * Somebody comes back from the provider.
   *
   * @param kept what the browser kept of the way there
   * @param device by which the browser is known from earlier; empty for none
   * @param agent what the browser calls itself
   */
  public ArrivalOutcome arrive(
      Caller caller, ProviderAnswer answer, String kept, String device, String agent) {
    Instant now = ledger.clock.instant();
    Optional<ProviderWay> found =
        open(kept).filter(way -> way.open(now)).filter(way -> came(way, answer));
    if (provider.name().isEmpty() || found.isEmpty()) {
      return new Refused(Reason.NOT_OURS, false);
    }
    ProviderWay way = found.get();
    boolean linking = way.linkFor().isPresent();
    if (linking && !way.linkFor().equals(caller.account())) {
      return new Refused(Reason.NOT_OURS, false);
    }
    Optional<String> code = answer.code().filter(text -> text.length() <= CODE_AT_MOST);
    if (answer.error().isPresent() || code.isEmpty()) {
      return new Refused(Reason.BROKEN_OFF, linking);
    }
    String source = GuessLimits.source(caller.address());
    if (!limits.returns().tries("provider", source, false)) {
      return new Refused(Reason.TOO_OFTEN, linking);
    }
    try {
      ProvenIdentity proven = provider.redeem(way, code.get());
      limits.returns().succeeded("provider", source);
      return arrivals.receive(caller, way, proven, device, agent);
    } catch (ProviderException e) {
      log.warn("ACC-203 provider proves nobody kind={} problem={}", e.kind(), e.getMessage());
      return new Refused(
          e.kind() == ProviderException.Kind.UNREACHABLE ? Reason.UNREACHABLE : Reason.UNPROVEN,
          linking);
    }
  }

  /** Whether the browser comes by the way that it went. */
  private static boolean came(ProviderWay way, ProviderAnswer answer) {
    return answer
        .state()
        .filter(state -> MessageDigest.isEqual(bytes(state), bytes(way.state())))
        .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Where the caller's browser goes to be signed out at the provider too. To be asked while the
   * session goes on.
   *
   * @return empty when it didn't begin there, or the provider doesn't offer that
   */
  public Optional<URI> farewell(Caller caller) {
    permissions.requirePerson(caller);
    if (provider.name().isEmpty() || !(caller.actor() instanceof Caller.Actor.Person person)) {
      return Optional.empty();
    }
    try {
      Optional<ProviderVisit> visit = identities.findVisit(person.session());
      Optional<String> idToken = visit.flatMap(links::idToken);
      return idToken.isEmpty() ? Optional.empty() : provider.farewell(idToken.get(), tokens.next());
    } catch (ProviderException e) {
      log.warn("ACC-204 provider can't sign out problem={}", e.getMessage());
      return Optional.empty();
    }
  }
}
