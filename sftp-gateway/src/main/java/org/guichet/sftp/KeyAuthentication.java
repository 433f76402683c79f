package org.guichet.sftp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.guichet.organisation.boundary.KeySignIn.SignedIn;
import org.guichet.platform.entity.Matricule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets keys in that the organisation registered. Whatever else happens (a fault, no answer in time,
 * a key of a kind that we don't take) denies.
 */
final class KeyAuthentication implements PublickeyAuthenticator {
  static final int SMALLEST_RSA = 3072;

  private static final Logger log = LoggerFactory.getLogger(KeyAuthentication.class);
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(10);

  private final Desk desk;
  private final SessionThreads threads;

  KeyAuthentication(Desk desk, SessionThreads threads) {
    this.desk = desk;
    this.threads = threads;
  }

  /**
   * Asked when a key is offered and again when it has signed; the library checks the signature
   * right after the second. What the last call found is therefore whose session it becomes.
   */
  @Override
  public boolean authenticate(String userName, PublicKey key, ServerSession session) {
    Visit.forget(session);
    String address = address(session.getClientAddress());
    try {
      Optional<SignedIn> found = accepted(key) ? signIn(userName, key, address) : Optional.empty();
      if (found.isPresent()) {
        new Visit(found.get(), address, desk.clock().instant()).enter(session);
        return true;
      }
      log.info(
          "SFT-103 key refused user={} key={} address={}",
          Matricule.parse(userName).map(Matricule::value).orElse("?"),
          KeyUtils.getFingerPrint(key),
          address);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      log.error("SFT-191 key could not be looked up, sign-in denied address={}", address, e);
    }
    return false;
  }

  @SuppressWarnings("NullAway") // an answer that breaks the contract denies
  private Optional<SignedIn> signIn(String userName, PublicKey key, String address)
      throws ExecutionException, TimeoutException {
    byte[] blob = wireForm(key);
    Optional<SignedIn> found =
        threads.call(() -> desk.keys().signIn(userName, blob, address), LONGEST_LOOK_UP);
    return found == null ? Optional.empty() : found;
  }

  static boolean accepted(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= SMALLEST_RSA;
    }
    return key instanceof ECPublicKey
        || KeyPairProvider.SSH_ED25519.equals(KeyUtils.getKeyType(key));
  }

  /** RFC 4253, 6.6. */
  static byte[] wireForm(PublicKey key) {
    Buffer buffer = new ByteArrayBuffer();
    buffer.putRawPublicKey(key);
    return buffer.getCompactData();
  }

  static String address(SocketAddress remote) {
    return remote instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "?";
  }
}
