package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.control.SftpKeys;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/** Lets keys in, and says whether one that is in may stay. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class KeySignIn {
  @Inject Organisations organisations;
  @Inject SftpKeys keys;
  @Inject Clock clock;

  /**
   * Who a presented key is. The one boundary method without a caller: it is what makes one. The
   * client must still prove that it holds the private half.
   *
   * @param userName what the client says its name is: the matricule, in any case of letters
   * @param keyBlob the public key in SSH wire form (RFC 4253, 6.6), without comment
   * @param address the network address it comes from
   * @return empty when the organisation or key is unknown, suspended, stopped or expired
   */
  public Optional<SignedIn> signIn(String userName, byte[] keyBlob, String address) {
    return Matricule.parse(userName)
        .flatMap(organisations::findByMatricule)
        .filter(Organisation::active)
        .flatMap(organisation -> signIn(organisation, keyBlob));
  }

  private Optional<SignedIn> signIn(Organisation organisation, byte[] keyBlob) {
    return keys.findByFingerprint(organisation.id(), PublicKey.fingerprint(keyBlob))
        .filter(key -> MessageDigest.isEqual(key.wireForm(), keyBlob))
        .filter(key -> key.good(clock.instant()))
        .map(
            key ->
                new SignedIn(key.id(), organisation.id(), organisation.matricule(), key.scopes()));
  }

  /** Notes that the key got in (once per session), for "last use". */
  public void used(Caller caller) {
    key(caller).ifPresent(key -> key.used(caller.address(), clock.instant()));
  }

  /** Whether a signed-in key may stay: key and organisation are still good. */
  public boolean mayStay(Caller caller) {
    return key(caller)
        .filter(key -> key.good(clock.instant()))
        .flatMap(key -> organisations.find(key.organisation()))
        .filter(Organisation::active)
        .isPresent();
  }

  private Optional<SftpKey> key(Caller caller) {
    return caller.actor() instanceof Caller.Actor.Key actor
        ? keys.find(actor.key()).filter(key -> key.organisation().equals(actor.organisation()))
        : Optional.empty();
  }

  /** A key that got in. */
  public record SignedIn(
      KeyId key, OrganisationId organisation, Matricule matricule, Set<KeyScope> scopes) {
    public SignedIn {
      scopes = Set.copyOf(scopes);
    }
  }
}
