package org.guichet.sftp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The times that clients gave their dropped files, shown for as long as the files are: a client
 * that compares times would otherwise send them again at each run. Nothing else hangs on them.
 */
final class Stamps {
  private static final int AT_MOST = 10_000;

  private final Map<Arrivals.Place, Instant> times = new LinkedHashMap<>();

  synchronized void put(Arrivals.Place place, Instant time) {
    times.remove(place);
    times.put(place, time);
    if (times.size() > AT_MOST) {
      forget(times.keySet().iterator().next());
    }
  }

  synchronized Optional<Instant> of(Arrivals.Place place) {
    return Optional.ofNullable(times.get(place));
  }

  synchronized void forget(Arrivals.Place place) {
    times.remove(place);
  }

  /** The file has another name; its time goes with it. */
  synchronized void move(Arrivals.Place from, Arrivals.Place to) {
    Instant time = times.remove(from);
    times.remove(to);
    if (time != null) {
      put(to, time);
    }
  }
}
