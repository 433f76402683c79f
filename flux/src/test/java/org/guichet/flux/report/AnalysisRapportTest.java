package org.guichet.flux.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.guichet.flux.Checking;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisRapportTest {
  private static final FluxReader READER = new FluxReader();
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final String RECEIPT = ".receipt.xml";

  @TempDir Path folder;

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES, 2)) {
      return files
          .map(file -> FIXTURES.relativize(file).toString())
          .filter(name -> name.matches("(valid|wrong|evil)/.*\\.xml") && !name.endsWith(RECEIPT))
          .sorted()
          .toList()
          .stream();
    }
  }

  private String rapport(InputStream file, String name, Mode mode) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Subject subject = Subject.of(name, Checking.schemaOnly()).withMode(mode).withTempFolder(folder);
    try (Analysis analysis = Analysis.of(READER, file, subject)) {
      AnalysisRapport.write(analysis, out, 1, false);
    }
    return out.toString(UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isTheRapportOfTheFixture(String name) throws IOException {
    Path file = FIXTURES.resolve(name);
    try (InputStream in = Files.newInputStream(file)) {
      // In the file's order; the fixtures have what is wrong outside of passages first.
      assertThat(rapport(in, file.getFileName().toString(), Mode.BY_PASSAGE).lines())
          .containsExactlyInAnyOrderElementsOf(
              Files.readAllLines(FIXTURES.resolve(name.replaceFirst("\\.xml$", RECEIPT))));
    }
  }

  @Test
  void listsAllThatBlocksOfAFileThatStrictRefuses() throws IOException {
    String xml =
        FluxSamples.flux()
            .passages(3)
            .passage(n -> FluxSamples.passage(n).replaceFirst("<sexe>[M]", "<sexe>H"))
            .xml();
    InputStream file = new ByteArrayInputStream(xml.getBytes(UTF_8));
    assertThat(rapport(file, "a.xml", Mode.STRICT))
        .contains("<erreurs>", "<message>cvc-enumeration-valid : ", "<message>cvc-type.3.1.3 : ")
        .doesNotContain("idFlux", "PassagesOK");
  }
}
