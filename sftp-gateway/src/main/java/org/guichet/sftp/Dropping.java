package org.guichet.sftp;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.IntakeOutcome;

/** What a client may do with files in {@code /depot} and {@code /essai}. */
final class Dropping {
  private final Desk desk;
  private final Visit visit;
  private final Tree tree;

  Dropping(Desk desk, Visit visit, Tree tree) {
    this.desk = desk;
    this.visit = visit;
    this.tree = tree;
  }

  /**
   * Begins a file, or goes on with one that waits, as the options say. A file of that name that
   * somebody else writes is cut short first: a client whose line broke comes back before we know.
   */
  SeekableByteChannel open(DropFolder folder, String name, Set<? extends OpenOption> options)
      throws IOException {
    Optional<Node.Dropped> there = tree.dropped(folder, name);
    if (there.isPresent() && options.contains(StandardOpenOption.CREATE_NEW)) {
      throw new FileAlreadyExistsException(name);
    }
    boolean mayCreate =
        options.contains(StandardOpenOption.CREATE)
            || options.contains(StandardOpenOption.CREATE_NEW);
    if (there.isEmpty() && !mayCreate) {
      throw new NoSuchFileException(name);
    }
    Arrivals.Place place = tree.place(folder, name);
    Optional<Upload> other = desk.arrivals().coming(place);
    if (other.isPresent()) {
      cutShort(other.get());
    }
    boolean taken = desk.arrivals().taken(place).isPresent();
    boolean anew = options.contains(StandardOpenOption.TRUNCATE_EXISTING);
    if (taken && !anew && options.contains(StandardOpenOption.APPEND)) {
      throw new Refusal(Refusal.Code.NOTHING_TO_RESUME, name);
    }
    Optional<Incoming> waiting =
        anew ? Optional.empty() : desk.spool().resume(visit.caller(), folder, name);
    boolean fromItsBeginning = taken && !anew && waiting.isEmpty();
    Incoming incoming =
        waiting.isPresent() ? waiting.get() : desk.spool().begin(visit.caller(), folder, name);
    Upload upload = new Upload(desk, visit, place, incoming, fromItsBeginning);
    desk.arrivals().begin(upload);
    return upload;
  }

  private static void cutShort(Upload upload) throws IOException {
    upload.sessionEnds();
    try {
      upload.close();
    } catch (Refusal e) {
      // Its own client is told; whoever comes now begins anew.
    }
  }

  /** Gives a waiting file its final name; under one that counts it is a deposit when this ends. */
  void rename(DropFolder folder, String from, String to, boolean replace) throws IOException {
    Node.Dropped file = tree.dropped(folder, from).orElseThrow(() -> new NoSuchFileException(from));
    if (file.stage() == Node.Stage.TAKEN) {
      throw new Refusal(Refusal.Code.ALREADY_TAKEN, from);
    }
    if (file.stage() == Node.Stage.COMING) {
      throw new Refusal(Refusal.Code.CUT_SHORT, from);
    }
    Optional<Node.Dropped> target = tree.dropped(folder, to);
    if (target.isPresent() && target.get().stage() != Node.Stage.TAKEN && !from.equals(to)) {
      // What waits under a name that counts wasn't handed over whole, or not at all: the server
      // died, or the line broke. Whoever brings the file again mustn't wait for it to be swept.
      boolean brokenOff = folder.counts(to);
      if (target.get().stage() == Node.Stage.COMING || !(replace || brokenOff)) {
        throw new FileAlreadyExistsException(to);
      }
      desk.spool().discard(visit.caller(), folder, to);
    }
    Optional<IntakeOutcome> outcome = desk.spool().rename(visit.caller(), folder, from, to);
    desk.arrivals().stamps().move(tree.place(folder, from), tree.place(folder, to));
    if (outcome.isPresent()) {
      desk.arrivals().take(tree.place(folder, to), file.size(), visit);
    }
  }

  /** Throws a waiting file away. A deposit stays: its sender's wish to tidy up is met in time. */
  void remove(DropFolder folder, String name) throws IOException {
    Node.Dropped file = tree.dropped(folder, name).orElseThrow(() -> new NoSuchFileException(name));
    switch (file.stage()) {
      case COMING -> throw new Refusal(Refusal.Code.CUT_SHORT, name);
      case WAITING -> discard(folder, name);
      case TAKEN -> {}
    }
  }

  void discard(DropFolder folder, String name) throws NoSuchFileException {
    if (!desk.spool().discard(visit.caller(), folder, name)) {
      throw new NoSuchFileException(name);
    }
    desk.arrivals().stamps().forget(tree.place(folder, name));
  }

  /** Shows the file with this time from now on. */
  void stamp(Node.Dropped file, Instant time) {
    desk.arrivals().stamps().put(tree.place(file.folder(), file.name()), time);
  }
}
