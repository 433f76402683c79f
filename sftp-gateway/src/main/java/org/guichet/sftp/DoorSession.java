package org.guichet.sftp;

import java.util.Map;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.util.Readable;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.ServerFactoryManager;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/**
 * A connection of the library, and what that leaves out: it can insist on strict key exchange, asks
 * whether there is room before it tells a client that it is in, and sees bytes move also on a line
 * so slow that a packet takes minutes.
 */
final class DoorSession extends ServerSessionImpl {
  private final Sessions sessions;
  private final HostKeyProof hostKeys;
  private final boolean strictOnly;

  private DoorSession(
      ServerFactoryManager server,
      IoSession connection,
      Sessions sessions,
      HostKeyProof hostKeys,
      boolean strictOnly)
      throws Exception {
    super(server, connection);
    this.sessions = sessions;
    this.hostKeys = hostKeys;
    this.strictOnly = strictOnly;
  }

  /** Makes them. */
  static SessionFactory factory(
      ServerFactoryManager server, Sessions sessions, HostKeyProof hostKeys, boolean strict) {
    return new SessionFactory(server) {
      @Override
      protected ServerSessionImpl doCreateSession(IoSession connection) throws Exception {
        return new DoorSession(getServer(), connection, sessions, hostKeys, strict);
      }
    };
  }

  @Override
  protected Map<KexProposalOption, String> negotiate() throws Exception {
    Map<KexProposalOption, String> agreed = super.negotiate();
    if (strictOnly && !strictKex) {
      sessions.refusedForItsKeyExchange(this);
      throw new SshException(
          SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED,
          "Strict key exchange is required: use a client from 2024 or newer");
    }
    return agreed;
  }

  /** The client is told that it is in only when there is room for it; then which keys we have. */
  @Override
  public IoWriteFuture signalAuthenticationSuccess(String userName, String service, Buffer request)
      throws Exception {
    sessions.admit(this);
    IoWriteFuture told = super.signalAuthenticationSuccess(userName, service, request);
    hostKeys.announce(this);
    return told;
  }

  @Override
  public void messageReceived(Readable bytes) throws Exception {
    super.messageReceived(bytes);
    if (decoderBuffer.available() > 0) {
      moved(); // a part of a packet: keep-alives are too short to come in parts
    }
  }

  @Override
  protected void doHandleMessage(Buffer message) throws Exception {
    int command = message.rawByte(message.rpos()) & 0xFF;
    if (command == SshConstants.SSH_MSG_CHANNEL_DATA
        || command == SshConstants.SSH_MSG_CHANNEL_WINDOW_ADJUST) {
      moved(); // bytes came, or the client took some of ours
    }
    super.doHandleMessage(message);
  }

  private void moved() {
    Visit visit = Visit.of(this);
    if (visit != null) {
      visit.moved();
    }
  }
}
