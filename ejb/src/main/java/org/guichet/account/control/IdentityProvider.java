package org.guichet.account.control;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.guichet.account.entity.ProvenIdentity;

/** Whoever else than we can say who somebody is. Each call but the first may ask it something. */
public interface IdentityProvider {
  /** What people call it; empty when there is none. */
  Optional<String> name();

  /**
   * Where a browser goes to be told who its person is.
   *
   * @param language in which the person likes to be spoken to
   */
  URI departure(ProviderWay way, Locale language) throws ProviderException;

  /**
   * Who came back by this way.
   *
   * @param code what the browser brought
   */
  ProvenIdentity redeem(ProviderWay way, String code) throws ProviderException;

  /**
   * Where a browser goes to be signed out there too; empty where that can't be asked for.
   *
   * @param idToken what the provider once said who it is
   * @param state random, for the provider's own use
   */
  Optional<URI> farewell(String idToken, String state) throws ProviderException;
}
