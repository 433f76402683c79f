package org.guichet.sftp;

import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.guichet.platform.entity.Settings;

/** Lets technical passwords in, where the deployment takes them. */
final class PasswordAuthentication implements PasswordAuthenticator {
  private final Desk desk;
  private final SignIn signIn;

  PasswordAuthentication(Desk desk, SignIn signIn) {
    this.desk = desk;
    this.signIn = signIn;
  }

  @Override
  public boolean authenticate(String userName, String password, ServerSession session) {
    String address = SignIn.address(session.getClientAddress());
    return signIn.enter(
        session,
        address,
        userName,
        "password",
        () -> desk.keys().signIn(userName, new Settings.Secret(password), address));
  }

  /** A client that wants to change its password isn't in by that. */
  @Override
  public boolean handleClientPasswordChangeRequest(
      ServerSession session, String userName, String oldPassword, String newPassword) {
    return false;
  }
}
