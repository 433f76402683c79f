package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.Set;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/** Lets keys in, and says whether one that is in may stay. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class KeySignIn {
  /**
   * Who a presented key is.
   *
   * @param userName what the client says its name is: the matricule, in any case of letters
   * @param keyBlob the public key in SSH wire form (RFC 4253, 6.6), without comment
   * @return empty when the organisation or key is unknown, suspended, stopped or expired
   */
  public Optional<SignedIn> signIn(String userName, byte[] keyBlob, String address) {
    throw new UnsupportedOperationException("being written");
  }

  /** Notes that the key got in (once per session), for "last use". */
  public void used(Caller caller) {
    throw new UnsupportedOperationException("being written");
  }

  /** Whether a signed-in key may stay: key and organisation are still good. */
  public boolean mayStay(Caller caller) {
    throw new UnsupportedOperationException("being written");
  }

  /** A key that got in. */
  public record SignedIn(
      KeyId key, OrganisationId organisation, Matricule matricule, Set<KeyScope> scopes) {
    public SignedIn {
      scopes = Set.copyOf(scopes);
    }
  }
}
