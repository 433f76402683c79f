package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was run to its end: how it ended, and what it said. */
record Ran(List<String> words, int exit, String out, String err) {
  private static final int LIMIT_MINUTES = 5;

  /** Runs {@code words} in exactly this environment, with {@code input} to read. */
  static Ran program(List<String> words, Map<String, String> environment, String input) {
    try {
      Path folder = Files.createTempDirectory("ran");
      Path in = Files.writeString(folder.resolve("in"), input);
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(words)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int exit = end(builder.start(), words);
        return new Ran(words, exit, Files.readString(out), Files.readString(err));
      } finally {
        for (Path file : List.of(in, out, err, folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int end(Process process, List<String> words) {
    try {
      if (process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new AssertionError("Didn't end: " + words);
  }

  /** Fails the test unless the program says that all went well. */
  Ran done() {
    assertThat(exit).as("exit code of %s", this).isZero();
    return this;
  }
}
