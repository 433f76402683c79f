package org.guichet.roster.control.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer's seeds, among them all that fuzzing ever found; {@code ./guichet fuzz people}. */
class PeopleFuzzerTest {
  private static final Path SEEDS = Path.of("src/test/resources/fuzz/people");

  static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(SEEDS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plansEverySeed(Path seed) throws IOException {
    PeopleFuzzer.fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  @Test
  void plansSeedsThatAreDamagedAnywhere() throws IOException {
    Random random = new Random(1);
    for (Path seed : seeds()) {
      byte[] bytes = Files.readAllBytes(seed);
      for (int i = 0; i < 100; i++) {
        byte[] damaged = bytes.clone();
        for (int hit = 0; hit <= i % 4; hit++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        PeopleFuzzer.fuzzerTestOneInput(damaged);
      }
    }
  }
}
