package org.guichet.sftp;

import java.time.Duration;
import java.time.Instant;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
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
  private volatile boolean over;

  Visit(SignedIn who, String address, Instant since) {
    this.who = who;
    this.caller = Caller.key(who.key(), who.organisation(), Channel.SFTP, address);
    this.since = since;
  }

  /** The visit that {@code session} is; null while nobody has signed in on it. */
  static @Nullable Visit of(Session session) {
    return session.getAttribute(KEY);
  }

  void enter(Session session) {
    session.setAttribute(KEY, this);
  }

  static void forget(Session session) {
    session.removeAttribute(KEY);
  }

  SignedIn who() {
    return who;
  }

  Caller caller() {
    return caller;
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

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - movedAt);
  }

  /** Nothing more is done for it. */
  void end() {
    over = true;
  }

  boolean over() {
    return over;
  }
}
