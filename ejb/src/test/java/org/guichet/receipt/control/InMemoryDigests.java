package org.guichet.receipt.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guichet.receipt.entity.Digest;
import org.guichet.receipt.entity.DigestEntry;

/** For tests of rules; {@link DigestsContract} keeps it honest. */
public final class InMemoryDigests implements Digests {
  private final List<DigestEntry> entries = new ArrayList<>();
  private final List<Digest> digests = new ArrayList<>();
  private final Map<UUID, UUID> told = new HashMap<>();

  /** All that was noted, told or not. */
  public List<DigestEntry> all() {
    return List.copyOf(entries);
  }

  @Override
  public void note(DigestEntry entry) {
    entries.add(entry);
  }

  @Override
  public List<Due> due(Instant until) {
    return entries.stream()
        .filter(entry -> open(entry, until))
        .filter(entry -> !begun(entry.recipient(), until))
        .map(entry -> new Due(entry.organisation(), entry.recipient()))
        .distinct()
        .toList();
  }

  private boolean open(DigestEntry entry, Instant until) {
    return !told.containsKey(entry.id()) && entry.notedAt().isBefore(until);
  }

  private boolean begun(UUID recipient, Instant until) {
    return digests.stream()
        .anyMatch(d -> d.recipient().equals(recipient) && d.until().equals(until));
  }

  @Override
  public List<DigestEntry> take(Digest digest) {
    if (begun(digest.recipient(), digest.until())) {
      throw new IllegalStateException("digest_once");
    }
    digests.add(digest);
    List<DigestEntry> taken =
        entries.stream()
            .filter(entry -> entry.recipient().equals(digest.recipient()))
            .filter(entry -> open(entry, digest.until()))
            .sorted(Comparator.comparing(DigestEntry::notedAt))
            .toList();
    taken.forEach(entry -> told.put(entry.id(), digest.id()));
    return taken;
  }

  @Override
  public int removeBefore(Instant until, int most) {
    List<Digest> old =
        digests.stream()
            .filter(digest -> digest.until().isBefore(until))
            .sorted(Comparator.comparing(Digest::until))
            .limit(most)
            .toList();
    for (Digest digest : old) {
      digests.remove(digest);
      entries.removeIf(entry -> digest.id().equals(told.get(entry.id())));
      told.values().removeIf(digest.id()::equals);
    }
    return old.size();
  }

  @Override
  public int forget(UUID recipient) {
    int before = entries.size();
    entries.removeIf(e -> e.recipient().equals(recipient) && !told.containsKey(e.id()));
    return before - entries.size();
  }
}
