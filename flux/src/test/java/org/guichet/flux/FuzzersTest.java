package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guichet.flux.report.ReportFuzzer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fuzzers' seeds, among them all that fuzzing ever found, and a few seconds of fuzzing; {@code
 * ./guichet fuzz} takes longer. Seeds lie under {@code fuzz/}, in a folder for each fuzzer.
 */
class FuzzersTest {
  private static final Path SEEDS = Path.of("src/test/resources/fuzz");

  @TempDir private Path folder;

  static Stream<String> reader() throws IOException {
    return names("reader");
  }

  static Stream<String> report() throws IOException {
    return names("report");
  }

  private static Stream<String> names(String fuzzer) throws IOException {
    try (Stream<Path> files = Files.list(SEEDS.resolve(fuzzer))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("reader")
  void readsEverySeed(String name) throws IOException {
    ReaderFuzzer.fuzzerTestOneInput(Files.readAllBytes(SEEDS.resolve("reader").resolve(name)));
  }

  @ParameterizedTest
  @MethodSource("report")
  void readsEverySeedOfReports(String name) throws IOException {
    ReportFuzzer.fuzzerTestOneInput(Files.readAllBytes(SEEDS.resolve("report").resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.guichet.flux.ReaderFuzzer", "org.guichet.flux.report.ReportFuzzer"})
  void holdsForAFewSecondsOfFuzzing(String fuzzer) throws IOException, InterruptedException {
    String name = fuzzer.endsWith("ReaderFuzzer") ? "reader" : "report";
    Path out = folder.resolve("out.txt");
    Process jazzer =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "com.code_intelligence.jazzer.Jazzer",
                    "--target_class=" + fuzzer,
                    "--instrumentation_includes=org.guichet.flux.**",
                    "--reproducer_path=" + folder,
                    "-artifact_prefix=" + folder + "/",
                    "-dict=" + SEEDS.resolve(name + ".dict"),
                    "-seed=1",
                    "-runs=1000",
                    "-max_total_time=3",
                    "-timeout=20",
                    Files.createDirectory(folder.resolve("corpus")).toString(),
                    SEEDS.resolve(name).toString()))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(jazzer.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      jazzer.destroyForcibly();
    }
    String said = Files.readString(out);
    assertThat(jazzer.exitValue()).as(said).isZero();
    assertThat(said).contains("Done ");
  }
}
