package org.guichet.sftp;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.helpers.AbstractConnectionServiceRequestHandler;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * Tells clients which host keys there are, and proves on request that they are ours (OpenSSH's
 * PROTOCOL, 2.5), so that {@code known_hosts} follows a change of keys by itself. The library's own
 * handler knows only one key of each kind, and SHA-1 for RSA.
 */
final class HostKeyProof extends AbstractConnectionServiceRequestHandler {
  private static final String ANNOUNCE = "hostkeys-00@openssh.com";
  private static final String PROVE = "hostkeys-prove-00@openssh.com";
  private static final String RSA_USUAL = "rsa-sha2-512";
  private static final int AT_MOST = 8;

  private final HostKeyRing keys;

  HostKeyProof(HostKeyRing keys) {
    this.keys = keys;
  }

  /** To be called when the client knows that it is in. */
  void announce(Session session) throws IOException {
    Buffer message = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
    message.putString(ANNOUNCE);
    message.putBoolean(false);
    for (PublicKey key : keys.announcedTo(session)) {
      message.putBytes(KeyAuthentication.wireForm(key));
    }
    session.writePacket(message);
  }

  @Override
  public Result process(
      ConnectionService connection, String request, boolean wantReply, Buffer buffer)
      throws Exception {
    if (!PROVE.equals(request) || !wantReply) {
      return Result.Unsupported;
    }
    Session session = connection.getSession();
    Buffer reply = session.createBuffer(SshConstants.SSH_MSG_REQUEST_SUCCESS);
    for (int i = 0; buffer.available() > 0; i++) {
      byte[] asked = buffer.getBytes();
      Optional<KeyPair> key = keys.announced(session, asked);
      if (key.isEmpty() || i == AT_MOST) {
        return Result.ReplyFailure;
      }
      reply.putBytes(signature(session, key.get(), asked));
    }
    session.writePacket(reply);
    return Result.Replied;
  }

  private static byte[] signature(Session session, KeyPair key, byte[] wireForm) throws Exception {
    String algorithm = algorithm(session, key);
    Signature signer =
        NamedFactory.create(session.getFactoryManager().getSignatureFactories(), algorithm);
    if (signer == null) {
      throw new IOException("No signature algorithm " + algorithm);
    }
    Buffer proven = new ByteArrayBuffer();
    proven.putString(PROVE);
    proven.putBytes(session.getSessionId());
    proven.putBytes(wireForm);
    signer.initSigner(session, key.getPrivate());
    signer.update(session, proven.getCompactData());
    Buffer signature = new ByteArrayBuffer();
    signature.putString(algorithm);
    signature.putBytes(signer.sign(session));
    return signature.getCompactData();
  }

  /** With RSA the one that the client agreed to at the beginning, if so. */
  private static String algorithm(Session session, KeyPair key) {
    String type = KeyUtils.getKeyType(key);
    if (!KeyPairProvider.SSH_RSA.equals(type)) {
      return type;
    }
    String agreed = session.getNegotiatedKexParameter(KexProposalOption.SERVERKEYS);
    return agreed != null && List.of(RSA_USUAL, "rsa-sha2-256").contains(agreed)
        ? agreed
        : RSA_USUAL;
  }
}
