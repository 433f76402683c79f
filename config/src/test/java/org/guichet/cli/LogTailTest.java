package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  private final List<String> seen = new ArrayList<>();
  private Path log;

  @BeforeEach
  void begin() throws IOException {
    log = folder.resolve("server.log");
    Files.writeString(log, "1\n2\n3\n");
  }

  @Test
  void beginsWithTheLastLinesAndGoesOn() throws IOException {
    try (LogTail tail = new LogTail(log, 2)) {
      tail.readNew(seen::add);
      append("4\n5");
      tail.readNew(seen::add);
      append("5\n");
      tail.readNew(seen::add);
    }

    assertThat(seen).containsExactly("2", "3", "4", "55");
  }

  @Test
  void losesNothingWhenTheLogIsBegunAnew() throws IOException {
    try (LogTail tail = new LogTail(log, 1)) {
      tail.readNew(seen::add);
      append("4\n");
      Files.move(log, folder.resolve("server.log.1"));
      Files.writeString(log, "5\n");
      tail.readNew(seen::add);
    }

    assertThat(seen).containsExactly("3", "4", "5");
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }
}
