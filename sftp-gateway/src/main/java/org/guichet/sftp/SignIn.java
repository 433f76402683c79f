package org.guichet.sftp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.AttributeStore;
import org.guichet.organisation.boundary.KeySignIn.SignedIn;
import org.guichet.platform.entity.Matricule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in, whatever somebody shows. Whatever else happens than a clear yes (a no, a fault,
 * no answer, none in time) denies.
 */
final class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(10);

  private final Desk desk;
  private final SessionThreads threads;
  private final Duration patience;

  SignIn(Desk desk, SessionThreads threads) {
    this(desk, threads, LONGEST_LOOK_UP);
  }

  /**
   * @param patience for which an answer is waited
   */
  SignIn(Desk desk, SessionThreads threads, Duration patience) {
    this.desk = desk;
    this.threads = threads;
    this.patience = patience;
  }

  /**
   * Whether {@code look} says who it is; then the session is theirs.
   *
   * @param shown what was shown, for the log: a fingerprint, never a password
   */
  @SuppressWarnings("NullAway") // an answer that breaks the contract denies
  boolean enter(
      AttributeStore session,
      String address,
      String userName,
      String shown,
      Callable<Optional<SignedIn>> look) {
    Visit.forget(session);
    try {
      Optional<SignedIn> found = threads.call(look, patience);
      if (found != null && found.isPresent()) {
        new Visit(found.get(), address, desk.clock().instant()).enter(session);
        return true;
      }
      refuse(userName, shown, address);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      log.error("SFT-191 key could not be looked up, sign-in denied address={}", address, e);
    }
    return false;
  }

  private static void refuse(String userName, String shown, String address) {
    log.info(
        "SFT-103 key refused user={} key={} address={}",
        Matricule.parse(userName).map(Matricule::value).orElse("?"),
        shown,
        address);
  }

  static String address(SocketAddress remote) {
    return remote instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "?";
  }
}
