package org.guichet.flux;

import java.util.ArrayList;
import java.util.List;

/** A passage that has started and not ended: its place and what is wrong with it so far. */
final class PassageInProgress {
  /** How many findings a passage keeps; of the others it says how many they are. */
  static final int MAX_FINDINGS = 100;

  private final int position;
  private final int certification;
  private final String path;
  private final List<Finding> findings = new ArrayList<>();
  private int more;

  PassageInProgress(int position, int certification, String path) {
    this.position = position;
    this.certification = certification;
    this.path = path;
  }

  void add(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    } else {
      more++;
    }
  }

  /** What is wrong so far, in the order of the file, at most {@link #MAX_FINDINGS} and one. */
  List<Finding> findings(int line) {
    if (more == 0) {
      return findings;
    }
    List<Finding> all = new ArrayList<>(findings);
    all.add(
        new Finding(
            FindingCode.AND_MORE,
            Severity.PASSAGE,
            line,
            0,
            path,
            List.of(String.valueOf(more), String.valueOf(MAX_FINDINGS))));
    return all;
  }

  Passage end(Fields fields, ByteRange range, Judging judging) {
    judging.passage(fields, path, range.line(), findings).forEach(this::add);
    return new Passage(
        position,
        certification,
        fields.get(Field.ID_TECHNIQUE),
        Holder.of(fields),
        Days.day(fields.get(Field.VALID_FROM)),
        range.line(),
        range.offset(),
        range.length(),
        findings(range.line()));
  }
}
