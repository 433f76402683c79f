package org.guichet.deposit.control;

import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.entity.Reading;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Repeats;
import org.jspecify.annotations.Nullable;

/** Counts what is found outside of passages, and keeps the first of it. */
final class OutsideFindings {
  private final List<Finding> first = new ArrayList<>();
  private @Nullable Finding last;
  private int count;

  void add(Finding finding) {
    if (last != null && Repeats.without(List.of(last, finding)).size() == 1) {
      return; // the parser says it twice
    }
    last = finding;
    count++;
    if (first.size() < Reading.MOST) {
      first.add(finding);
    }
  }

  Reading reading(boolean strict, FluxEnd end) {
    return new Reading(
        strict ? Mode.STRICT : Mode.BY_PASSAGE, end.how(), end.encoding(), count, first);
  }
}
