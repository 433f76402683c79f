package org.guichet.sftp;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.guichet.organisation.boundary.KeySignIn.SignedIn;

/**
 * Lets keys in that the organisation registered, and certificates of authorities that the
 * deployment trusts.
 */
final class KeyAuthentication implements PublickeyAuthenticator {
  static final int SMALLEST_RSA = 3072;

  private final Desk desk;
  private final SignIn signIn;
  private final Certificates certificates;

  KeyAuthentication(Desk desk, SignIn signIn, Certificates certificates) {
    this.desk = desk;
    this.signIn = signIn;
    this.certificates = certificates;
  }

  /**
   * Asked when a key is offered and again when it has signed; the library checks the signature
   * right after the second. What the last call found is therefore whose session it becomes.
   */
  @Override
  public boolean authenticate(String userName, PublicKey key, ServerSession session) {
    String shown = String.valueOf(KeyUtils.getFingerPrint(key));
    String address = SignIn.address(session.getClientAddress());
    return signIn.enter(
        session, address, userName, shown, () -> look(userName, key, session, address));
  }

  private Optional<SignedIn> look(
      String userName, PublicKey key, ServerSession session, String address) {
    if (key instanceof OpenSshCertificate certificate) {
      return certificates.good(certificate, userName, address, session)
          ? desk.keys().signIn(userName, certified(certificate.getCertPubKey()), address)
          : Optional.empty();
    }
    return accepted(key) ? desk.keys().signIn(userName, wireForm(key), address) : Optional.empty();
  }

  private static org.guichet.organisation.entity.PublicKey certified(PublicKey key) {
    return new org.guichet.organisation.entity.PublicKey(KeyUtils.getKeyType(key), wireForm(key));
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
}
