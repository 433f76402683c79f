package org.guichet.sftp;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.RuntimeSshException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is connected: lets so many in, ends those that may not stay, writes who came and went. */
final class Sessions implements SessionListener {
  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final Desk desk;
  private final SessionThreads threads;
  private final Settings.Sftp settings;
  private final Set<Session> connected = ConcurrentHashMap.newKeySet();
  private final Map<Session, Visit> signedIn = new ConcurrentHashMap<>();
  private volatile boolean closing;

  Sessions(Desk desk, SessionThreads threads, Settings.Sftp settings) {
    this.desk = desk;
    this.threads = threads;
    this.settings = settings;
  }

  /** From now on nobody new gets in. */
  void refuseNewOnes() {
    closing = true;
  }

  /**
   * Connections are accepted one after the other, so that counting them here is exact. Throwing
   * closes the new one. (From the library's own event for this, it would leave the socket open.)
   */
  @Override
  public void sessionEstablished(Session session) {
    String address = KeyAuthentication.address(session.getRemoteAddress());
    if (closing) {
      throw new RuntimeSshException("The server stops");
    }
    if (connected.size() >= settings.maxSessions()) {
      log.warn(
          "SFT-106 connection refused, {} sessions are open address={}", connected.size(), address);
      throw new RuntimeSshException("Too many sessions");
    }
    long sameAddress =
        connected.stream()
            .filter(one -> address.equals(KeyAuthentication.address(one.getRemoteAddress())))
            .count();
    if (sameAddress >= settings.maxSessionsPerAddress()) {
      log.warn(
          "SFT-107 connection refused, {} sessions come from its address={}", sameAddress, address);
      throw new RuntimeSshException("Too many sessions from one address");
    }
    connected.add(session);
  }

  @Override
  public void sessionEvent(Session session, SessionListener.Event event) {
    Visit visit = Visit.of(session);
    if (event == SessionListener.Event.Authenticated && visit != null) {
      visit.moved();
      signedIn.put(session, visit);
      log.info("SFT-101 session opened {}", label(visit));
      threads.start(() -> noteUse(visit));
    }
  }

  private void noteUse(Visit visit) {
    try {
      desk.keys().used(visit.caller());
    } catch (RuntimeException e) {
      log.warn("SFT-192 use of a key could not be noted {}", label(visit), e);
    }
  }

  @Override
  public void sessionClosed(Session session) {
    connected.remove(session);
    oneLess();
    Visit visit = signedIn.remove(session);
    if (visit != null) {
      visit.end();
      log.info(
          "SFT-102 session closed {} seconds={}",
          label(visit),
          Duration.between(visit.since(), desk.clock().instant()).toSeconds());
    }
  }

  /** Ends sessions whose key or organisation isn't good any more, and those that move nothing. */
  void check() {
    desk.arrivals().sweep();
    connected.removeIf(session -> session.getIoSession().isClosed()); // those that never began
    signedIn.forEach(this::check);
  }

  private void check(Session session, Visit visit) {
    try {
      if (visit.over()) {
        session.close(true); // it was told before
      } else if (!desk.keys().mayStay(visit.caller())) {
        log.info("SFT-104 session ended, its key or organisation was stopped {}", label(visit));
        end(session, visit, "This key or organisation was stopped");
      } else if (visit.idle().compareTo(settings.idleTimeout()) > 0) {
        log.info("SFT-105 session ended, nothing moved in it {}", label(visit));
        end(session, visit, "Nothing moved for " + settings.idleTimeout().toSeconds() + " s");
      }
    } catch (IOException | RuntimeException e) {
      log.warn("SFT-193 session could not be checked {}", label(visit), e);
    }
  }

  /** Nothing more is done for it at once; it is told, and cut at the next look if it stays. */
  private static void end(Session session, Visit visit, String why) throws IOException {
    visit.end();
    session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, why);
  }

  /** Waits until every request that is worked on has its answer, or {@code limit} is over. */
  void awaitAnswers(Duration limit) throws InterruptedException {
    for (Visit visit : signedIn.values()) {
      visit.awaitDone(limit);
    }
  }

  /** Waits until all have left by themselves, or {@code limit} is over. */
  synchronized void awaitNone(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    long left = limit.toMillis();
    while (!connected.isEmpty() && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  private synchronized void oneLess() {
    notifyAll();
  }

  int connected() {
    return connected.size();
  }

  private static String label(@Nullable Visit visit) {
    return visit == null
        ? "-"
        : "organisation="
            + visit.who().matricule()
            + " key="
            + visit.who().key()
            + " address="
            + visit.caller().address();
  }
}
