package org.guichet.flux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.flux.check.ContentChecks;
import org.guichet.flux.report.Rapport;
import org.guichet.flux.report.Rapport.ErrorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files beside the rapport that they get: {@code x.xml} and {@code x.receipt.xml}. A file with a
 * finding outside of its passages is refused, any other gets a list of its passages. Those of
 * {@code checks/} are for one content check each, with passages ERR that err and passages EDGE that
 * nearly do, and have their findings beside them too, {@code x.findings.txt}: warnings aren't in
 * the rapport. To write both anew after a change that is meant, run with {@code
 * -Dguichet.fixtures.write=true} and read the difference.
 */
class FixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final String RECEIPT = ".receipt.xml";
  private static final String FINDINGS = ".findings.txt";
  private static final String CHECKS = "checks/";

  /** On which all files are deposited. */
  private static final Checking CHECKING =
      ContentChecks.checking(LocalDate.of(2026, 2, 1), Severities.USUAL);

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
    Recording read = Recording.of(Files.readAllBytes(file), CHECKING);
    assertFileSays(beside(name, RECEIPT), rapport(file.getFileName().toString(), read));
    if (name.startsWith(CHECKS)) {
      assertFileSays(beside(name, FINDINGS), findings(read));
    } else {
      boolean spotless = read.all().stream().allMatch(f -> f.severity() == Severity.WARNING);
      assertThat(spotless).isEqualTo(name.toLowerCase(Locale.ROOT).startsWith("valid"));
    }
  }

  private static Path beside(String name, String suffix) {
    return FIXTURES.resolve(name.replaceFirst("\\.xml$", suffix));
  }

  private static void assertFileSays(Path file, String text) throws IOException {
    if (Boolean.getBoolean("guichet.fixtures.write")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  /** Of each check what errs is found, and what nearly errs isn't. */
  @Test
  void everyCodeOfContentIsFoundWhereItShouldBeAndNowhereElse() throws IOException {
    Set<FindingCode> found = EnumSet.noneOf(FindingCode.class);
    for (String name : files().filter(file -> file.startsWith(CHECKS)).toList()) {
      Recording read = Recording.of(Files.readAllBytes(FIXTURES.resolve(name)), CHECKING);
      found.addAll(read.codes());
      for (Passage passage : read.passages) {
        boolean errs = String.valueOf(passage.idTechnique()).startsWith("ERR-");
        boolean told = !passage.findings().isEmpty() || !read.findings.isEmpty();
        assertThat(errs ? told : passage.findings().isEmpty())
            .as(name + " " + passage.idTechnique())
            .isTrue();
      }
    }
    assertThat(found)
        .containsAll(
            Stream.of(FindingCode.values())
                .filter(code -> code.kind() == FindingCode.Kind.CONTENT)
                .toList());
  }

  private static String findings(Recording read) {
    StringBuilder text = new StringBuilder();
    read.findings.forEach(finding -> text.append(line("-", finding)));
    for (Passage passage : read.passages) {
      passage
          .findings()
          .forEach(finding -> text.append(line(String.valueOf(passage.idTechnique()), finding)));
    }
    return text.toString();
  }

  private static String line(String id, Finding finding) {
    return "%s %s %s %d:%d %s\n  %s\n  %s\n"
        .formatted(
            id,
            finding.code().number(),
            finding.severity(),
            finding.line(),
            finding.column(),
            finding.path(),
            FindingTexts.explanation(finding, Locale.FRENCH),
            FindingTexts.expected(finding, Locale.FRENCH));
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
        Finding first = passage.firstBlocking();
        if (first != null) {
          rapport.rejected(
              passage.idTechnique(), FindingTexts.rapportMessage(first, passage.idTechnique()));
        }
      }
      for (Passage passage : read.passages) {
        if (passage.firstBlocking() == null) {
          rapport.accepted(String.valueOf(passage.idTechnique()));
        }
      }
    }
  }
}
