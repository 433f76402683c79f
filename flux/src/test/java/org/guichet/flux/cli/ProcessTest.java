package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.guichet.flux.FluxSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker as people start it. */
class ProcessTest {
  @TempDir private Path folder;

  private Process start(Path file, String format) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Check.class.getName(),
            file.toString(),
            "--format",
            format,
            "--mode",
            "by-passage",
            "--all");
    builder.environment().put("LC_ALL", "C"); // the report is in UTF-8 all the same
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  @Test
  void exitsWithTheVerdictAndSpeaksUtf8() throws IOException, InterruptedException {
    String wrong = FluxSamples.flux().xml().replace(">F</sexe>", ">é</sexe>");
    Process process = start(Files.writeString(folder.resolve("a.xml"), wrong), "json");
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .contains("\"value\":\"é\"");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "xml", "csv", "rapport"})
  void endsQuietlyWhenNobodyReadsOn(String format) throws IOException, InterruptedException {
    String wrong = FluxSamples.flux().passages(2_000).xml().replaceAll("<sexe>[FM]", "<sexe>H");
    Process process = start(Files.writeString(folder.resolve("a.xml"), wrong), format);
    try (InputStream out = process.getInputStream()) {
      assertThat(out.readNBytes(10)).hasSize(10);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("err")).isEmptyFile();
  }
}
