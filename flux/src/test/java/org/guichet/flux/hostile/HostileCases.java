package org.guichet.flux.hostile;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** All hostile files, the same ones each time. */
final class HostileCases {
  /** Of so many in a row, two are taken where not all are. */
  private static final int THINNED = 5;

  private HostileCases() {}

  /**
   * @param all also those that hardly differ from others
   */
  static Stream<HostileCase> all(Targets targets, boolean all) {
    Map<String, Random> families = new HashMap<>();
    return Stream.of(
            EntityCases.all(targets),
            ReferenceCases.all(targets),
            StructureCases.all(),
            MarkupCases.all(),
            EncodingCases.all(),
            ByteCases.all(),
            SizeCases.all(),
            TruncationCases.all(),
            ForeignFileCases.all())
        .flatMap(cases -> cases)
        .filter(hostile -> all || taken(hostile.family(), families));
  }

  /** At random, because every second or third might leave out one place in all variants. */
  private static boolean taken(String family, Map<String, Random> families) {
    return families.computeIfAbsent(family, name -> new Random(name.hashCode())).nextInt(THINNED)
        < 2;
  }
}
