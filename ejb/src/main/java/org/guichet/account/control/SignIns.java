package org.guichet.account.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.AccountSession;
import org.guichet.account.entity.KnownDevice;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MailToken;
import org.guichet.account.entity.SignInStep;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.SessionId;
import org.guichet.platform.entity.Sha256;

/** Sessions, steps on the way to one, known devices, and links in mails: all found by digests. */
public interface SignIns {
  void add(AccountSession session);

  Optional<AccountSession> findSession(SessionId id);

  Optional<AccountSession> findSession(Sha256 token);

  /** Sessions that nobody ended, the latest seen first. */
  List<AccountSession> sessions(AccountId account);

  void add(SignInStep step);

  Optional<SignInStep> findStep(Sha256 token);

  void remove(SignInStep step);

  void add(KnownDevice device);

  Optional<KnownDevice> findDevice(AccountId account, Sha256 token);

  void removeDevices(AccountId account);

  void add(MailToken token);

  Optional<MailToken> findToken(Sha256 token);

  /** Those of a purpose that weren't used. */
  List<MailToken> tokens(AccountId account, MailPurpose purpose);

  /** Forgets what is over since then: sessions, steps, links; tells how many. */
  int forget(Instant overBefore);
}
