package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.guichet.flux.report.Rapport;
import org.guichet.flux.report.Rapport.ErrorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files beside the rapport that they get: {@code x.xml} and {@code x.receipt.xml}. A file with a
 * finding outside of its passages is refused, any other gets a list of its passages. To write the
 * rapports anew after a change that is meant, run with {@code -Dguichet.fixtures.write=true} and
 * read the difference.
 */
class FixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final String RECEIPT = ".receipt.xml";

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .map(file -> FIXTURES.relativize(file).toString())
          .filter(name -> name.endsWith(".xml") && !name.endsWith(RECEIPT))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void getsItsRapport(String name) throws IOException {
    Path file = FIXTURES.resolve(name);
    Path receipt = FIXTURES.resolve(name.replaceFirst("\\.xml$", RECEIPT));
    Recording read = Recording.of(Files.readAllBytes(file));
    String rapport = rapport(file.getFileName().toString(), read);
    if (Boolean.getBoolean("guichet.fixtures.write")) {
      Files.writeString(receipt, rapport);
    }
    assertThat(rapport).isEqualTo(Files.readString(receipt));
    boolean spotless = read.all().stream().allMatch(f -> f.severity() == Severity.WARNING);
    assertThat(spotless).isEqualTo(name.toLowerCase(Locale.ROOT).startsWith("valid"));
  }

  private static String rapport(String name, Recording read) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (read.findings.stream().anyMatch(finding -> finding.severity() == Severity.FILE)) {
      try (Rapport.Errors rapport = Rapport.errors(out, name, 1, false)) {
        for (Finding finding : read.all()) {
          rapport.error(
              ErrorType.of(finding.code()),
              FindingTexts.rapportMessage(finding),
              finding.line(),
              finding.column());
        }
      }
    } else {
      passages(name, read, out);
    }
    return out.toString(UTF_8);
  }

  private static void passages(String name, Recording read, ByteArrayOutputStream out)
      throws IOException {
    String idFlux = String.valueOf(read.end.header().idFlux());
    try (Rapport.Passages rapport = Rapport.passages(out, name, idFlux, 1, false)) {
      for (Passage passage : read.passages) {
        if (!passage.findings().isEmpty()) {
          Finding first = passage.findings().get(0);
          rapport.rejected(
              passage.idTechnique(), FindingTexts.rapportMessage(first, passage.idTechnique()));
        }
      }
      for (Passage passage : read.passages) {
        if (passage.findings().isEmpty()) {
          rapport.accepted(String.valueOf(passage.idTechnique()));
        }
      }
    }
  }
}
