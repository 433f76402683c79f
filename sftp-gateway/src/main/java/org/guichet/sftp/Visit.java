package org.guichet.sftp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.AttributeStore;
import org.apache.sshd.sftp.server.Handle;
import org.guichet.organisation.boundary.KeySignIn.SignedIn;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.jspecify.annotations.Nullable;

/** One session of a key that got in: who it is, since when, and when it last moved a byte. */
final class Visit {
  private static final AttributeKey<Visit> KEY = new AttributeKey<>();

  private final SignedIn who;
  private final Caller caller;
  private final Instant since;
  private volatile long movedAt = System.nanoTime();
  private final Set<Handle> transfers = new HashSet<>();
  private int requests;
  private volatile boolean over;
  private volatile @Nullable UUID id;
  private volatile boolean looked;

  Visit(SignedIn who, String address, Instant since) {
    this.who = who;
    this.caller = new Caller(who.actor(), Channel.SFTP, address);
    this.since = since;
  }

  /** The visit that {@code session} is; null while nobody has signed in on it. */
  static @Nullable Visit of(AttributeStore session) {
    return session.getAttribute(KEY);
  }

  void enter(AttributeStore session) {
    session.setAttribute(KEY, this);
  }

  static void forget(AttributeStore session) {
    session.removeAttribute(KEY);
  }

  SignedIn who() {
    return who;
  }

  Caller caller() {
    return caller;
  }

  /** It is let in, by this name. */
  void begin(UUID name) {
    id = name;
    moved();
  }

  UUID id() {
    UUID name = id;
    if (name == null) {
      throw new IllegalStateException("It isn't let in yet");
    }
    return name;
  }

  /** Asks the desk about it; from then on the desk knows it. */
  boolean look(BooleanSupplier goesOn) {
    looked = true;
    return goesOn.getAsBoolean();
  }

  /** Whether the desk was asked about it. */
  boolean looked() {
    return looked;
  }

  Instant since() {
    return since;
  }

  boolean may(KeyScope scope) {
    return who.scopes().contains(scope);
  }

  /** Bytes came or went. Keep-alives don't count, and a slow line does. */
  void moved() {
    movedAt = System.nanoTime();
  }

  /** Works on a request; however long that takes, it isn't the client who is idle. */
  synchronized void busy() {
    requests++;
  }

  /** Its answer is on its way. */
  synchronized void done() {
    moved();
    requests--;
    notifyAll();
  }

  synchronized Duration idle() {
    return requests > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - movedAt);
  }

  /** Waits until no request is worked on, or {@code limit} is over. */
  synchronized void awaitDone(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    long left = limit.toMillis();
    while (requests > 0 && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  /** A file is open. */
  synchronized void begins(Handle transfer) {
    transfers.add(transfer);
  }

  /** It isn't any more, whichever way it ended. */
  synchronized void ended(Handle transfer) {
    transfers.remove(transfer);
    notifyAll();
  }

  /** Waits until no file is open; false when one still is after {@code limit}. */
  synchronized boolean awaitNoTransfer(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    long left = limit.toMillis();
    while (!transfers.isEmpty() && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return transfers.isEmpty();
  }

  /** Nothing more is done for it. */
  void end() {
    over = true;
  }

  boolean over() {
    return over;
  }
}
