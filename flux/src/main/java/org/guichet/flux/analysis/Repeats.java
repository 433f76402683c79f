package org.guichet.flux.analysis;

import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;

/** Merges what the parser says of one bad value: twice, and what follows of it. */
public final class Repeats {
  private Repeats() {}

  /** Whether a finding only says again what the one before it said. */
  static boolean repeats(Finding finding, Finding before) {
    return (finding.code().repeats() || follows(finding.code(), before.code()))
        && finding.path().equals(before.path());
  }

  /** An element that is nil where it mustn't be is empty as well: one mistake. */
  private static boolean follows(FindingCode code, FindingCode before) {
    return (code == FindingCode.EMPTY_VALUE || code == FindingCode.EMPTY_NOT_NIL)
        && (before == FindingCode.NIL_NOT_ALLOWED
            || before == FindingCode.UNKNOWN_ATTRIBUTE
            || before == FindingCode.ATTRIBUTE_VALUE);
  }

  /** The findings without those that say again what the one before said. */
  public static List<Finding> without(List<Finding> findings) {
    if (findings.size() < 2) {
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
