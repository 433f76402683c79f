package org.guichet.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.boundary.Spool;
import org.guichet.deposit.entity.IntakeOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that a client writes. How it ends is decided once, by whoever comes first: the client's
 * CLOSE ({@link #clientCloses}) or the end of its session ({@link #sessionEnds}); {@link #close}
 * carries it out, once. Only the former may make a deposit of it.
 */
final class Upload implements SeekableByteChannel {
  private static final Logger log = LoggerFactory.getLogger(Upload.class);

  private enum Ending {
    OPEN,
    CLOSING,
    EXITING
  }

  private final Desk desk;
  private final Visit visit;
  private final Arrivals.Place place;
  private final Incoming incoming;
  private final boolean fromItsBeginning;
  private final Instant since;
  private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.OPEN);
  private volatile long size;
  private boolean finished;
  private @Nullable Throwable refused;

  /**
   * @param fromItsBeginning whether the first byte must be written before any other: a deposit was
   *     taken under this name, and a client that means to resume it would leave its beginning out
   */
  Upload(Desk desk, Visit visit, Arrivals.Place place, Incoming incoming, boolean fromItsBeginning)
      throws IOException {
    this.desk = desk;
    this.visit = visit;
    this.place = place;
    this.incoming = incoming;
    this.fromItsBeginning = fromItsBeginning;
    this.since = desk.clock().instant();
    this.size = incoming.size();
  }

  Arrivals.Place place() {
    return place;
  }

  Node.Dropped shown() {
    return new Node.Dropped(place.folder(), place.name(), size, since, Node.Stage.COMING);
  }

  /**
   * The client said that it is complete.
   *
   * @throws Refusal when it was cut short before: then no OK may be answered
   */
  void clientCloses() throws IOException {
    if (visit.over() || !ending.compareAndSet(Ending.OPEN, Ending.CLOSING)) {
      close();
      throw new Refusal(Refusal.Code.CUT_SHORT, place.name());
    }
  }

  /** The session that wrote it is over. False when the client said CLOSE before. */
  boolean sessionEnds() {
    return ending.compareAndSet(Ending.OPEN, Ending.EXITING);
  }

  @Override
  public boolean isOpen() {
    return ending.get() == Ending.OPEN && !visit.over();
  }

  @Override
  public synchronized int write(ByteBuffer bytes) throws IOException {
    requireOpen();
    if (refused != null) {
      throw new Refusal(Refusal.Code.WRITE_REFUSED, place.name());
    }
    if (fromItsBeginning && size == 0 && incoming.position() > 0) {
      refused = new Refusal(Refusal.Code.NOTHING_TO_RESUME, place.name());
      throw new Refusal(Refusal.Code.NOTHING_TO_RESUME, place.name());
    }
    int count = bytes.remaining();
    try {
      while (bytes.hasRemaining()) {
        incoming.write(bytes);
      }
      size = Math.max(size, incoming.position());
    } catch (IOException | RuntimeException e) {
      refused = e;
      throw new Refusal(Refusal.Code.WRITE_REFUSED, place.name(), e);
    }
    return count;
  }

  @Override
  public synchronized int read(ByteBuffer bytes) throws IOException {
    requireOpen();
    return incoming.read(bytes);
  }

  @Override
  public synchronized long position() throws IOException {
    return incoming.position();
  }

  @Override
  public synchronized SeekableByteChannel position(long newPosition) throws IOException {
    requireOpen();
    incoming.position(newPosition);
    return this;
  }

  @Override
  public synchronized long size() throws IOException {
    return incoming.size();
  }

  @Override
  public synchronized SeekableByteChannel truncate(long newSize) throws IOException {
    requireOpen();
    incoming.truncate(newSize);
    size = incoming.size();
    return this;
  }

  synchronized void force() throws IOException {
    requireOpen();
    incoming.force();
  }

  /**
   * Ends it as was decided. Returns after a client's CLOSE only when the file is kept.
   *
   * @throws Refusal when a client's CLOSE can't be answered with OK
   */
  @Override
  public synchronized void close() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    try {
      if (ending.compareAndSet(Ending.OPEN, Ending.EXITING)
          || ending.get() == Ending.EXITING
          || refused != null) {
        giveUp(desk.spool()); // after a refused write too: bytes are missing, whatever is said
      } else {
        keep(desk.spool());
      }
    } finally {
      desk.arrivals().end(this);
    }
    if (refused != null) {
      throw new Refusal(Refusal.Code.WRITE_REFUSED, place.name());
    }
  }

  private void giveUp(Spool spool) {
    try {
      spool.cutShort(visit.caller(), incoming);
      if (fromItsBeginning && size == 0) {
        // The resumption of a deposit: nothing came that its owner would miss.
        spool.discard(visit.caller(), place.folder(), place.name());
      }
    } catch (RuntimeException e) {
      log.error("SFT-198 upload could not be put aside {}", visit.caller().label(), e);
    }
  }

  private void keep(Spool spool) throws IOException {
    Optional<IntakeOutcome> outcome;
    try {
      outcome = spool.close(visit.caller(), incoming);
    } catch (IOException | RuntimeException e) {
      throw new Refusal(Refusal.Code.NOT_KEPT, place.name(), e);
    }
    if (outcome.isPresent()) {
      desk.arrivals().take(place, size, visit);
    }
  }

  private void requireOpen() throws Refusal {
    if (!isOpen()) {
      throw new Refusal(Refusal.Code.CUT_SHORT, place.name());
    }
  }
}
