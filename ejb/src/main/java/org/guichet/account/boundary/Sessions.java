package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.AccountSession;
import org.guichet.account.entity.SessionView;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.SessionId;

/**
 * Sign-ins that go on. Asked of the tables each time: what ends an account or a session is felt by
 * its next request, on any server.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Sessions {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject SessionOpening opening;

  /**
   * Who shows this token. Asked for each request; whoever calls isn't anybody yet.
   *
   * @return empty when the session is over, or its account may not be used any more
   */
  public Optional<SignedInPerson> resume(Caller caller, String token) {
    return person(caller, token, true);
  }

  /**
   * The same for a page that fetches by itself what has changed: nobody need sit at it, so it keeps
   * no session from falling idle.
   */
  public Optional<SignedInPerson> glance(Caller caller, String token) {
    return person(caller, token, false);
  }

  private Optional<SignedInPerson> person(Caller caller, String token, boolean attended) {
    Instant now = ledger.clock.instant();
    Optional<AccountSession> session =
        signIns.findSession(Tokens.digest(token)).filter(s -> goesOn(s, now));
    return session.flatMap(
        open ->
            accounts
                .find(open.account())
                .filter(ledger::usable)
                .filter(account -> account.epoch() == open.epoch())
                .map(
                    account -> {
                      if (attended) {
                        open.seen(caller.address(), now);
                      }
                      return opening.person(account, open);
                    }));
  }

  private boolean goesOn(AccountSession session, Instant now) {
    return session.open(
        ledger.settings.account().sessionIdle(), ledger.settings.account().sessionLongest(), now);
  }

  /** The caller's own sessions that go on, the latest seen first. */
  public List<SessionView> list(Caller caller) {
    AccountId own = permissions.requirePerson(caller);
    Instant now = ledger.clock.instant();
    long epoch = ledger.require(own).epoch();
    return signIns.sessions(own).stream()
        .filter(session -> goesOn(session, now) && session.epoch() == epoch)
        .map(session -> session.view(Optional.of(session.id()).equals(sessionOf(caller))))
        .toList();
  }

  /**
   * Ends one of the caller's own sessions.
   *
   * @return false when it was over
   * @throws RefusedException with {@code NO_SUCH_SESSION}, also for somebody else's
   */
  public boolean revoke(Caller caller, SessionId id) {
    AccountId own = permissions.requirePerson(caller);
    AccountSession session =
        signIns
            .findSession(id)
            .filter(found -> found.account().equals(own))
            .orElseThrow(
                () -> new RefusedException(RefusedException.Code.NO_SUCH_SESSION, id.toString()));
    if (!session.end(ledger.clock.instant())) {
      return false;
    }
    boolean current = Optional.of(id).equals(sessionOf(caller));
    ledger.audit(
        caller,
        current ? AuditAction.SIGNED_OUT : AuditAction.SESSION_REVOKED,
        ledger.require(own));
    return true;
  }

  /** Ends the session that asks. */
  public boolean signOut(Caller caller) {
    permissions.requirePerson(caller);
    return sessionOf(caller).map(id -> revoke(caller, id)).orElse(false);
  }

  private static Optional<SessionId> sessionOf(Caller caller) {
    return caller.actor() instanceof Caller.Actor.Person person
        ? Optional.of(person.session())
        : Optional.empty();
  }
}
