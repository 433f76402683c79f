package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerProcessTest {
  @TempDir Path folder;

  private Path pidFile;

  @BeforeEach
  void name() {
    pidFile = folder.resolve("server.pid");
  }

  @Test
  void findsTheProcessThatItRecorded() throws IOException {
    ServerProcess.record(pidFile, ProcessHandle.current());

    assertThat(ServerProcess.running(pidFile)).contains(ProcessHandle.current());
  }

  @Test
  void doesNotTakeAnotherProcessOfTheSameNumberForIt() throws IOException {
    long start = ServerProcess.startOf(ProcessHandle.current()).toEpochMilli();
    Files.writeString(pidFile, ProcessHandle.current().pid() + " " + (start - 1000));

    assertThat(ServerProcess.running(pidFile)).isEmpty();
  }

  @Test
  void knowsThatAnEndedProcessIsGone() throws Exception {
    Process process = new ProcessBuilder("/bin/cat").start();
    ServerProcess.record(pidFile, process.toHandle());
    process.getOutputStream().close();
    process.waitFor();

    assertThat(ServerProcess.running(pidFile)).isEmpty();
  }

  @Test
  void findsNothingWithoutAFile() {
    assertThat(ServerProcess.running(pidFile)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "twelve 5", "1 x"})
  void findsNothingByADamagedFile(String content) throws IOException {
    Files.writeString(pidFile, content);

    assertThat(ServerProcess.running(pidFile)).isEmpty();
  }
}
