package org.guichet.flux.analysis;

import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.Finding;

/** Merges the two things that the parser says of one bad value. */
final class Repeats {
  private Repeats() {}

  /** Whether a finding only says again what the one before it said. */
  static boolean repeats(Finding finding, Finding before) {
    return finding.code().repeats() && finding.path().equals(before.path());
  }

  /** The findings without those that say again what the one before said. */
  static List<Finding> without(List<Finding> findings) {
    if (findings.stream().noneMatch(finding -> finding.code().repeats())) {
      return findings;
    }
    List<Finding> told = new ArrayList<>();
    for (Finding finding : findings) {
      if (told.isEmpty() || !repeats(finding, told.get(told.size() - 1))) {
        told.add(finding);
      }
    }
    return told;
  }
}
