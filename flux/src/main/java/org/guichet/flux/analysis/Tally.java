package org.guichet.flux.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.guichet.flux.Certification;
import org.guichet.flux.Dimension;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;

/** Counts what a reading meets, as far as it counts. */
final class Tally {
  private final Predicate<FindingCode> counts;
  private final Map<Cause, int[]> causes = new HashMap<>(); // findings, passages
  private final Map<Dimension, Integer> faulty = new EnumMap<>(Dimension.class);
  private int passages;
  private int rejected;
  private int ofCertification; // passages since the last certification ended
  private int rejectedOfCertification;
  private boolean schemaFault;
  private boolean refused;

  private record Cause(FindingCode code, Severity severity) {
    static Cause of(Finding finding) {
      return new Cause(finding.code(), finding.severity());
    }
  }

  Tally(Predicate<FindingCode> counts) {
    this.counts = counts;
  }

  void passage(Passage passage) {
    Set<Cause> causesHere = new HashSet<>();
    Set<Dimension> dimensions = new HashSet<>();
    boolean blocked = false;
    for (Finding finding : Repeats.without(passage.findings())) {
      if (counts.test(finding.code())) {
        causesHere.add(count(finding));
        dimensions.add(finding.code().dimension());
        blocked |= finding.blocks();
      }
    }
    causesHere.forEach(cause -> touched(cause, 1));
    dimensions.forEach(dimension -> faulty.merge(dimension, 1, Integer::sum));
    passages++;
    ofCertification++;
    if (blocked) {
      rejected++;
      rejectedOfCertification++;
    }
  }

  void certification(Certification certification) {
    Finding fault = certification.fault();
    if (fault != null && counts.test(fault.code())) {
      rejected += ofCertification - rejectedOfCertification;
      touched(Cause.of(fault), ofCertification);
      refused |= ofCertification == 0; // else nobody would be told of it
    }
    ofCertification = 0;
    rejectedOfCertification = 0;
  }

  /**
   * A finding outside of any passage.
   *
   * @param repeats whether it only says again what the one before it said
   */
  void finding(Finding finding, boolean repeats) {
    if (!repeats && counts.test(finding.code())) {
      count(finding);
      refused |= finding.severity() == Severity.FILE;
    }
  }

  private Cause count(Finding finding) {
    Cause cause = Cause.of(finding);
    causes.computeIfAbsent(cause, c -> new int[2])[0]++;
    schemaFault |=
        finding.blocks()
            && (finding.code().kind() == FindingCode.Kind.SCHEMA
                || finding.code().kind() == FindingCode.Kind.READING);
    return cause;
  }

  private void touched(Cause cause, int more) {
    causes.computeIfAbsent(cause, c -> new int[2])[1] += more;
  }

  boolean counts(Finding finding) {
    return counts.test(finding.code());
  }

  int passages() {
    return passages;
  }

  /** How many passages are KO by themselves or their certification. */
  int rejected() {
    return rejected;
  }

  /** Whether parser or schema found something that blocks. */
  boolean schemaFault() {
    return schemaFault;
  }

  /** Whether something refuses the file in any mode. */
  boolean refused() {
    return refused;
  }

  Summary summary() {
    List<Summary.Cause> all = new ArrayList<>();
    causes.forEach(
        (cause, n) -> all.add(new Summary.Cause(cause.code(), cause.severity(), n[0], n[1])));
    all.sort(
        Comparator.comparingInt(Summary.Cause::findings)
            .reversed()
            .thenComparing(cause -> cause.code().number())
            .thenComparing(Summary.Cause::severity));
    Map<Dimension, Double> scores = new EnumMap<>(Dimension.class);
    if (passages > 0) {
      for (Dimension dimension : Dimension.values()) {
        int bad = faulty.getOrDefault(dimension, 0);
        scores.put(dimension, (double) (passages - bad) / passages);
      }
    }
    return new Summary(all, scores);
  }
}
