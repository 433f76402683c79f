package org.guichet.sftp;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.sshd.common.RuntimeSshException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.guichet.platform.entity.Network;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is connected: lets so many in, ends those that may not stay, writes who came and went. */
final class Sessions implements SessionListener {
  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final Desk desk;
  private final SessionThreads threads;
  private final Settings.SftpLimits limits;
  private final Supplier<UUID> ids;
  private final Set<Session> connected = ConcurrentHashMap.newKeySet();
  private final Map<Session, Visit> signedIn = new ConcurrentHashMap<>();
  private volatile boolean closing;

  Sessions(Desk desk, SessionThreads threads, Settings.SftpLimits limits, Supplier<UUID> ids) {
    this.desk = desk;
    this.threads = threads;
    this.limits = limits;
    this.ids = ids;
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
    String address = SignIn.address(session.getRemoteAddress());
    if (closing) {
      throw new RuntimeSshException("The server stops");
    }
    if (connected.size() >= limits.sessions()) {
      log.warn(
          "SFT-106 connection refused, {} sessions are open address={}", connected.size(), address);
      throw new RuntimeSshException("Too many sessions");
    }
    Object source = source(session);
    long sameAddress = connected.stream().filter(one -> source.equals(source(one))).count();
    if (sameAddress >= limits.sessionsPerAddress()) {
      log.warn(
          "SFT-107 connection refused, {} sessions come from its address={}", sameAddress, address);
      throw new RuntimeSshException("Too many sessions from one address");
    }
    connected.add(session);
  }

  /** What counts as one address. */
  private static Object source(Session session) {
    String address = SignIn.address(session.getRemoteAddress());
    Optional<Network> network = Network.around(address);
    return network.isPresent() ? network.get() : address;
  }

  /**
   * Lets somebody begin who has proved who it is, and counts it from now on.
   *
   * @throws SshException when there is no room for it; the client is told that text, and is cut
   */
  void admit(Session session) throws SshException {
    Visit visit = Visit.of(session);
    if (visit == null) {
      throw new SshException("Nobody has signed in");
    }
    synchronized (signedIn) {
      if (closing) {
        throw new SshException(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "The server stops");
      }
      long others =
          signedIn.values().stream()
              .filter(one -> one.who().organisation().equals(visit.who().organisation()))
              .count();
      if (others < limits.sessionsPerOrganisation()) {
        visit.begin(ids.get());
        signedIn.put(session, visit);
        return;
      }
    }
    log.warn("SFT-108 session refused, its organisation has enough {}", label(visit));
    throw new SshException(
        SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS,
        "This organisation has " + limits.sessionsPerOrganisation() + " sessions already");
  }

  void refusedForItsKeyExchange(Session session) {
    log.info(
        "SFT-109 connection refused, its client knows no strict key exchange client={} address={}",
        session.getClientVersion(),
        SignIn.address(session.getRemoteAddress()));
  }

  @Override
  public void sessionEvent(Session session, SessionListener.Event event) {
    Visit visit = signedIn.get(session);
    if (event == SessionListener.Event.Authenticated && visit != null) {
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

  private void noteEnd(Visit visit) {
    try {
      desk.keys().left(visit.caller(), visit.id());
    } catch (RuntimeException e) {
      log.warn("SFT-189 end of a session could not be noted {}", label(visit), e);
    }
  }

  @Override
  public void sessionClosed(Session session) {
    connected.remove(session);
    oneLess();
    Visit visit = signedIn.remove(session);
    if (visit != null) {
      visit.end();
      if (visit.looked()) {
        threads.start(() -> noteEnd(visit));
      }
      log.info(
          "SFT-102 session closed {} seconds={}",
          label(visit),
          Duration.between(visit.since(), desk.clock().instant()).toSeconds());
    }
  }

  /**
   * Ends sessions whose key or organisation isn't good any more, those that somebody in the portal
   * wants to end, and those that move nothing.
   */
  void check() {
    desk.arrivals().sweep();
    connected.removeIf(session -> session.getIoSession().isClosed()); // those that never began
    signedIn.forEach(this::check);
  }

  private void check(Session session, Visit visit) {
    try {
      if (session.isClosed()) {
        sessionClosed(session); // it went while it came
      } else if (visit.over()) {
        session.close(true); // it was told before
      } else if (!visit.look(() -> desk.keys().goesOn(visit.caller(), visit.id(), visit.since()))) {
        log.info(
            "SFT-104 session ended, it or its key or organisation was stopped {}", label(visit));
        end(session, visit, "This session, its key or its organisation was stopped");
      } else if (visit.idle().compareTo(limits.idleTimeout()) > 0) {
        log.info("SFT-105 session ended, nothing moved in it {}", label(visit));
        end(session, visit, "Nothing moved for " + limits.idleTimeout().toSeconds() + " s");
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

  /** Waits until no file is open any more; false when one still is after {@code limit}. */
  boolean awaitTransfers(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    boolean none = true;
    for (Visit visit : signedIn.values()) {
      none &= visit.awaitNoTransfer(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    return none;
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
            + " by="
            + visit.caller().label()
            + " address="
            + visit.caller().address();
  }
}
