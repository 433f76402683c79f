package org.guichet.sftp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.platform.entity.OrganisationId;

/**
 * Files that are being written, and those that became deposits a moment ago. The latter stay listed
 * until their session has ended, and for a minute at least: many clients look after a put whether
 * the file is there in its full size.
 */
final class Arrivals {
  private static final Duration SHOWN_FOR_AT_LEAST = Duration.ofSeconds(60);
  private static final int SHOWN_AT_MOST = 10_000;

  /** A name in a drop folder of an organisation. */
  record Place(OrganisationId organisation, DropFolder folder, String name) {}

  private record Shelf(OrganisationId organisation, DropFolder folder) {
    static Shelf of(Place place) {
      return new Shelf(place.organisation(), place.folder());
    }

    Place place(String name) {
      return new Place(organisation, folder, name);
    }
  }

  private record Taken(Node.Dropped shown, Visit by) {}

  private final Clock clock;
  private final Stamps stamps = new Stamps();
  private final Map<Place, Upload> coming = new HashMap<>();
  private final Map<Shelf, LinkedHashMap<String, Taken>> taken = new HashMap<>();

  Arrivals(Clock clock) {
    this.clock = clock;
  }

  /** The times that clients gave the files. */
  Stamps stamps() {
    return stamps;
  }

  /** From now on {@code upload} is what its place shows. */
  synchronized void begin(Upload upload) {
    stamps.forget(upload.place());
    coming.put(upload.place(), upload);
    LinkedHashMap<String, Taken> shelf = taken.get(Shelf.of(upload.place()));
    if (shelf != null) {
      shelf.remove(upload.place().name());
    }
  }

  /** {@code upload} is over, whichever way; a later one at its place stays. */
  synchronized void end(Upload upload) {
    coming.remove(upload.place(), upload);
    notifyAll();
  }

  /** The file at {@code place} is a deposit. */
  synchronized void take(Place place, long size, Visit by) {
    LinkedHashMap<String, Taken> shelf =
        taken.computeIfAbsent(Shelf.of(place), s -> new LinkedHashMap<>());
    shelf.remove(place.name());
    shelf.put(
        place.name(),
        new Taken(
            new Node.Dropped(place.folder(), place.name(), size, clock.instant(), Node.Stage.TAKEN),
            by));
    if (shelf.size() > SHOWN_AT_MOST) {
      shelf.remove(shelf.keySet().iterator().next());
    }
  }

  synchronized Optional<Upload> coming(Place place) {
    return Optional.ofNullable(coming.get(place));
  }

  synchronized Optional<Node.Dropped> taken(Place place) {
    return Optional.ofNullable(taken.get(Shelf.of(place)))
        .map(shelf -> shelf.get(place.name()))
        .map(Taken::shown);
  }

  /** What a drop folder shows of it. */
  synchronized List<Node.Dropped> in(OrganisationId organisation, DropFolder folder) {
    List<Node.Dropped> shown = new ArrayList<>();
    LinkedHashMap<String, Taken> shelf = taken.get(new Shelf(organisation, folder));
    if (shelf != null) {
      shelf.values().forEach(one -> shown.add(one.shown()));
    }
    for (Upload upload : coming.values()) {
      if (upload.place().organisation().equals(organisation) && upload.place().folder() == folder) {
        shown.add(upload.shown());
      }
    }
    return shown;
  }

  /** Stops showing what was shown for long enough. */
  synchronized void sweep() {
    Instant limit = clock.instant().minus(SHOWN_FOR_AT_LEAST);
    taken.forEach(
        (shelf, files) ->
            files
                .values()
                .removeIf(
                    one -> {
                      boolean over = one.by().over() && one.shown().at().isBefore(limit);
                      if (over) {
                        stamps.forget(shelf.place(one.shown().name()));
                      }
                      return over;
                    }));
    taken.values().removeIf(Map::isEmpty);
  }

  /** Waits until nothing is being written; false when something still is after {@code limit}. */
  synchronized boolean awaitNoneComing(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!coming.isEmpty()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
