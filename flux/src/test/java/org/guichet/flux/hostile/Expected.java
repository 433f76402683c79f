package org.guichet.flux.hostile;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxEnd;

/**
 * What should become of a hostile file.
 *
 * @param end how its reading ends
 * @param codes one of which is told: as the reason of the end where it can't be read on, else of
 *     anything; nothing else may be told
 * @param beside what may be told besides
 */
record Expected(FluxEnd.How end, Set<FindingCode> codes, Set<FindingCode> beside) {
  /** It is read to its end, and nothing is wrong with it. */
  static Expected accepted() {
    return new Expected(FluxEnd.How.COMPLETE, Set.of(), Set.of());
  }

  /** It is read to its end, and these and no others are told. */
  static Expected told(FindingCode... codes) {
    return new Expected(FluxEnd.How.COMPLETE, Set.of(codes), Set.of(codes));
  }

  /** It can't be read on, for one of these reasons; what came before may have its own findings. */
  static Expected refused(FindingCode... reasons) {
    return new Expected(FluxEnd.How.UNREADABLE, Set.of(reasons), EnumSet.allOf(FindingCode.class));
  }

  /** Whether just these codes may be told of a file that is read to its end. */
  boolean allows(Set<FindingCode> told) {
    return told.stream().allMatch(code -> codes.contains(code) || beside.contains(code))
        && (codes.isEmpty() || told.stream().anyMatch(codes::contains));
  }

  /** These may be told too. */
  Expected besides(FindingCode... others) {
    Set<FindingCode> more = EnumSet.noneOf(FindingCode.class);
    more.addAll(beside);
    more.addAll(Set.of(others));
    return new Expected(end, codes, more);
  }

  @Override
  public String toString() {
    return end
        + codes.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)).toString();
  }
}
