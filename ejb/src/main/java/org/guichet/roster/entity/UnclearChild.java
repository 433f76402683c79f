package org.guichet.roster.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child of a parent's row that the files alone don't tell.
 *
 * @param key how the row names it
 * @param shown the same for people to read
 * @param candidates the likeliest first
 * @param chosen what somebody said; null while nobody did
 */
public record UnclearChild(
    String key, String shown, List<ChildCandidate> candidates, @Nullable ChildChoice chosen) {
  public UnclearChild {
    candidates = List.copyOf(candidates);
  }
}
