package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.guichet.flux.FluxSamples;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar that depositors get: nothing that it needs is left out. */
class CheckJarIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "xml", "csv", "rapport"})
  void speaksEveryFormatAndReadsARegister(String format) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("a.xml"), FluxSamples.flux().bytes());
    Path register = Files.writeString(folder.resolve("r.csv"), "nom;prénom\nFICTIF;Zoé\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Objects.requireNonNull(System.getProperty("guichet.check.jar")),
                file.toString(),
                "--format",
                format,
                "--register",
                register.toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("T-000001");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("err")).isEmptyFile();
  }
}
