package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.guichet.organisation.control.MachinePassword;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.control.SftpKeys;
import org.guichet.organisation.control.SftpSessions;
import org.guichet.organisation.control.SignInGuard;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.organisation.entity.SftpSession;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets keys, certificates and passwords in, and says whether one that is in may stay. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class KeySignIn {
  private static final Logger log = LoggerFactory.getLogger(KeySignIn.class);

  @Inject Organisations organisations;
  @Inject SftpKeys keys;
  @Inject SftpSessions sessions;
  @Inject SignInGuard guard;
  @Inject ServerRun run;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Who a presented key is. With the two beside it the one boundary method without a caller: it is
   * what makes one. The client must still prove that it holds the private half.
   *
   * @param userName what the client says its name is: the matricule, in any case of letters
   * @param keyBlob the public key in SSH wire form (RFC 4253, 6.6), without comment
   * @param address the network address it comes from
   * @return empty when the organisation or key is unknown, suspended, stopped, expired or not taken
   *     from there, or when too much was tried
   */
  public Optional<SignedIn> signIn(String userName, byte[] keyBlob, String address) {
    return organisation(userName, address)
        .flatMap(organisation -> signIn(organisation, keyBlob, address));
  }

  private Optional<SignedIn> signIn(Organisation organisation, byte[] keyBlob, String address) {
    return keys.findByFingerprint(organisation.id(), PublicKey.fingerprint(keyBlob))
        .filter(key -> MessageDigest.isEqual(key.wireForm(), keyBlob))
        .filter(key -> usable(key, address))
        .map(key -> in(organisation, key));
  }

  /**
   * Who shows a certificate of a trusted authority. It gets what is usual, and needs no key in the
   * key ring; one that was stopped there doesn't get in by a certificate either.
   *
   * @param certified the key that is certified; the door has checked that the certificate is good,
   *     now and for this name and address
   * @return empty when the organisation is unknown or suspended, the key was stopped, or too much
   *     was tried
   */
  public Optional<SignedIn> signIn(String userName, PublicKey certified, String address) {
    return organisation(userName, address)
        .filter(organisation -> !stopped(organisation.id(), certified.fingerprint()))
        .map(
            organisation ->
                new SignedIn(
                    new Caller.Actor.Certificate(certified.fingerprint(), organisation.id()),
                    organisation.id(),
                    organisation.matricule(),
                    KeyScope.USUAL));
  }

  /**
   * Whose technical password this is.
   *
   * @return empty when passwords aren't taken here, when it is wrong, stopped, expired or not taken
   *     from there, or when too much was tried
   */
  public Optional<SignedIn> signIn(String userName, Settings.Secret password, String address) {
    if (!settings.sftp().trust().passwords()) {
      return Optional.empty();
    }
    return organisation(userName, address)
        .flatMap(organisation -> signIn(organisation, password, address));
  }

  private Optional<SignedIn> signIn(
      Organisation organisation, Settings.Secret password, String address) {
    return MachinePassword.read(password.value())
        .flatMap(sent -> keys.findByFingerprint(organisation.id(), sent.fingerprint()))
        .filter(key -> usable(key, address))
        .filter(key -> right(organisation, key, password, address))
        .map(key -> in(organisation, key));
  }

  private boolean right(
      Organisation organisation, SftpKey key, Settings.Secret password, String address) {
    SignInGuard.Verdict verdict =
        guard.check(
            organisation.matricule() + "/" + key.fingerprint(),
            address,
            key.knownAt(address),
            key.secretHash().orElseThrow(),
            password.value());
    if (verdict == SignInGuard.Verdict.NOT_LOOKED_AT) {
      log.warn(
          "ORG-202 password not looked at after too many tries matricule={} key={} address={}",
          organisation.matricule(),
          key.id(),
          address);
    }
    return verdict == SignInGuard.Verdict.RIGHT;
  }

  private Optional<Organisation> organisation(String userName, String address) {
    Optional<Matricule> matricule = Matricule.parse(userName);
    if (matricule.isPresent() && !guard.mayLookUp(matricule.get(), address)) {
      log.warn(
          "ORG-201 sign-in not looked at after too many tries matricule={} address={}",
          matricule.get(),
          address);
      return Optional.empty();
    }
    return matricule.flatMap(organisations::findByMatricule).filter(Organisation::active);
  }

  private boolean usable(SftpKey key, String address) {
    return key.good(clock.instant()) && key.takenFrom(address);
  }

  private boolean stopped(OrganisationId organisation, String fingerprint) {
    return keys.findByFingerprint(organisation, fingerprint)
        .filter(key -> key.status(clock.instant()) == KeyStatus.STOPPED)
        .isPresent();
  }

  private static SignedIn in(Organisation organisation, SftpKey key) {
    return new SignedIn(
        new Caller.Actor.Key(key.id(), organisation.id()),
        organisation.id(),
        organisation.matricule(),
        key.scopes());
  }

  /** Notes that a key got in (once per session), for "last use". */
  public void used(Caller caller) {
    key(caller, keys::lock).ifPresent(key -> key.used(caller.address(), clock.instant()));
    caller
        .organisation()
        .flatMap(organisations::find)
        .ifPresent(organisation -> guard.gotIn(organisation.matricule(), caller.address()));
  }

  /** Whether who has signed in may stay: organisation and key are still good. */
  public boolean mayStay(Caller caller) {
    return standing(caller).isPresent();
  }

  private Optional<Organisation> standing(Caller caller) {
    return caller
        .organisation()
        .filter(organisation -> good(caller, organisation))
        .flatMap(organisations::find)
        .filter(Organisation::active);
  }

  /**
   * Whether a session goes on: its key may stay, and nobody wants it to end. One that goes on is
   * noted among the {@link DoorSessions} the first time.
   *
   * @param session by which the door knows it
   * @param since when it began
   */
  public boolean goesOn(Caller caller, UUID session, Instant since) {
    Optional<Organisation> organisation = standing(caller);
    if (organisation.isEmpty()) {
      return false;
    }
    Optional<SftpSession> known = sessions.find(session);
    if (known.isEmpty()) {
      note(caller, organisation.get(), session, since);
    }
    return known.filter(SftpSession::ended).isEmpty();
  }

  private void note(Caller caller, Organisation organisation, UUID session, Instant since) {
    Optional<SftpKey> key = key(caller);
    String shown =
        caller.actor() instanceof Caller.Actor.Certificate certificate
            ? certificate.fingerprint()
            : key.map(SftpKey::name).orElse("");
    sessions.add(
        SftpSession.open(
            session,
            organisation.id(),
            key.map(SftpKey::id),
            shown,
            caller.address(),
            since,
            run.name()));
  }

  /** A session that was asked about by {@link #goesOn} is over. */
  public void left(Caller caller, UUID session) {
    sessions
        .find(session)
        .filter(known -> caller.organisation().filter(known.organisation()::equals).isPresent())
        .ifPresent(known -> sessions.remove(session));
  }

  private boolean good(Caller caller, OrganisationId organisation) {
    return caller.actor() instanceof Caller.Actor.Certificate certificate
        ? !stopped(organisation, certificate.fingerprint())
        : key(caller).filter(key -> key.good(clock.instant())).isPresent();
  }

  private Optional<SftpKey> key(Caller caller) {
    return key(caller, keys::find);
  }

  private static Optional<SftpKey> key(Caller caller, Function<KeyId, Optional<SftpKey>> by) {
    return caller.actor() instanceof Caller.Actor.Key actor
        ? by.apply(actor.key()).filter(key -> key.organisation().equals(actor.organisation()))
        : Optional.empty();
  }

  /**
   * Who got in.
   *
   * @param actor the key, password or certificate
   */
  public record SignedIn(
      Caller.Actor actor, OrganisationId organisation, Matricule matricule, Set<KeyScope> scopes) {
    public SignedIn {
      scopes = Set.copyOf(scopes);
    }
  }
}
