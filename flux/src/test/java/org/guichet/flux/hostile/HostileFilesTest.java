package org.guichet.flux.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are made to hurt, read by one small JVM that records what it touches: each comes to
 * the end that it should, in little time and memory, and nothing is fetched for any of them. See
 * docs/hostile-input.md.
 */
class HostileFilesTest {
  private static final int MEGABYTE = 1 << 20;

  /** Ten times what is wished for, in milliseconds: other programs may be busy too. */
  private static final long SLOW = 20_000;

  private static final AtomicInteger CONNECTIONS = new AtomicInteger();

  /** What the child said, by the first word of the line. */
  private static Map<String, List<String>> said = Map.of();

  @TempDir private static Path folder;

  private static Path secret = Path.of("");

  @BeforeAll
  static void readAllInAJvmOfItsOwn() throws IOException, InterruptedException {
    secret = Files.writeString(folder.resolve("secret.xml"), "secret");
    Files.writeString(folder.resolve(HostileRun.ON_PURPOSE), "not secret");
    Path out = folder.resolve("out.txt");
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread counting = new Thread(() -> count(listener), "counts connections");
      counting.start();
      Process child =
          new ProcessBuilder(command("http://127.0.0.1:" + listener.getLocalPort() + "/"))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      try {
        assertThat(child.waitFor(10, TimeUnit.MINUTES)).isTrue();
      } finally {
        child.destroyForcibly();
      }
      assertThat(child.exitValue()).as(() -> text(out)).isZero();
    }
    said =
        text(out)
            .lines()
            .map(line -> line.split("\t", 2))
            .filter(line -> line.length == 2)
            .collect(
                Collectors.groupingBy(
                    line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
  }

  private static List<String> command(String listener) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx64m");
    command.add("-XX:+UseSerialGC");
    command.add("-Dguichet.nightly=" + Boolean.getBoolean("guichet.nightly"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(HostileRun.class.getName());
    command.add(listener);
    command.add(secret.toString());
    command.add(Files.createDirectory(folder.resolve("spool")).toString());
    command.add(folder.resolve("child.jfr").toString());
    return command;
  }

  private static void count(ServerSocket listener) {
    while (true) {
      try {
        listener.accept().close();
        CONNECTIONS.incrementAndGet();
      } catch (IOException e) {
        return; // closed: nobody is waited for any more
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<String> said(String what) {
    return said.getOrDefault(what, List.of());
  }

  @Test
  void readsFilesOfManyFamilies() {
    assertThat(said("family")).hasSizeGreaterThan(40);
    assertThat(said("family").stream().mapToInt(line -> Integer.parseInt(behindTab(line))).sum())
        .isGreaterThan(1_500);
  }

  @Test
  void comesToTheEndThatEachShouldComeTo() {
    assertThat(said("fault")).isEmpty();
  }

  @Test
  void takesLittleTimeForEach() {
    assertThat(said("slowest")).hasSize(1);
    String slowest = said("slowest").get(0);
    assertThat(Long.parseLong(slowest.substring(0, slowest.indexOf('\t'))))
        .as(slowest)
        .isLessThan(SLOW);
  }

  /** The child's whole heap is smaller than that, and reading threw no error. */
  @Test
  void takesLittleMemoryForEach() {
    assertThat(said("headroom")).hasSize(1);
    assertThat(Long.parseLong(said("headroom").get(0))).isBetween(1L, 64L * MEGABYTE);
  }

  @Test
  void readsNoFileButItsOwn() throws IOException {
    List<String> own = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      own.add(Path.of(entry).toAbsolutePath().toString());
    }
    own.add(Path.of(System.getProperty("java.home")).toRealPath().toString());
    own.add(folder.resolve("spool").toString()); // where findings wait
    own.add("/dev/random"); // names of temporary files and of the reader's marks
    own.add("/dev/urandom");
    List<String> others =
        said("read").stream().filter(read -> own.stream().noneMatch(read::startsWith)).toList();
    assertThat(others)
        .as("the one that is read on purpose")
        .containsExactly(folder.resolve(HostileRun.ON_PURPOSE).toString());
  }

  @Test
  void connectsToNobodyAndStartsNothing() {
    assertThat(CONNECTIONS).as("one before the recording, one within, on purpose").hasValue(2);
    assertThat(said("socket")).as("the one that is used on purpose").hasSize(1);
    assertThat(said("process")).isEmpty();
  }

  private static String behindTab(String line) {
    return line.substring(line.lastIndexOf('\t') + 1);
  }

  @Test
  void hasNoTwoFilesOfOneName() {
    Targets targets = new Targets("http://127.0.0.1:1/", Path.of("/secret"));
    List<String> names = HostileCases.all(targets, true).map(HostileCase::toString).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).hasSizeGreaterThan(5_000);
  }
}
