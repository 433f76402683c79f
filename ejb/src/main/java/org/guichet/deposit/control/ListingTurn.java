package org.guichet.deposit.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Whose turn it is, on this server, to do what follows verdicts, and where that stands. Only one
 * does it at a time: a second one would wait for the first one's rows and meanwhile check nothing.
 * What it remembers spares queries only; the rows know what is left.
 */
@ApplicationScoped
public class ListingTurn {
  private final AtomicBoolean taken = new AtomicBoolean();

  // Touched by whoever has the turn only.
  private final Deque<UUID> attempts = new ArrayDeque<>();
  private final Set<UUID> failed = new HashSet<>();

  /** Whether it is the caller's turn now; to be left again then. */
  public boolean take() {
    return taken.compareAndSet(false, true);
  }

  public void leave() {
    taken.set(false);
  }

  /**
   * The attempt to go on with; none when nothing is left but what failed, which is tried again from
   * then on.
   *
   * @param open some of those that are open, asked for when none is known any more
   */
  public Optional<UUID> next(Supplier<List<UUID>> open) {
    if (attempts.isEmpty()) {
      open.get().stream().filter(one -> !failed.contains(one)).forEach(attempts::add);
    }
    if (attempts.isEmpty()) {
      failed.clear();
    }
    return Optional.ofNullable(attempts.peek());
  }

  /** Nothing is left of an attempt. */
  public void done(UUID attempt) {
    attempts.remove(attempt);
  }

  /** An attempt must not keep the others from being done. */
  public void failed(UUID attempt) {
    attempts.remove(attempt);
    failed.add(attempt);
  }
}
