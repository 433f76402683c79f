import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a server takes until it is ready, and what memory it holds when nothing happens. The
 * peer is the same application server, with the same flags, and nothing deployed on it. Both begin
 * with an empty data folder, so that ours makes its database too.
 */
public final class Start {
  private static final int PAIRS = 3;
  private static final int IDLE_SECONDS = 10;
  private static final int LIMIT_SECONDS = 180;
  private static final Pattern SECONDS = Pattern.compile("\"seconds\":([0-9.]+)");
  private static final Pattern PID = Pattern.compile("\"pid\":([0-9]+)");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Path top = Path.of(System.getProperty("guichet.top"));
  private final Path work;
  private final Map<String, Integer> ports;

  /** One start: seconds until ready, seconds of processors until then, idle memory in megabytes. */
  private record Figures(double seconds, double processor, double megabytes) {}

  private Start(Path work, List<Integer> free) {
    this.work = work;
    ports =
        Map.of(
            "GUICHET_HTTP_PORT", free.get(0),
            "GUICHET_SFTP_PORT", free.get(1),
            "GUICHET_MANAGEMENT_PORT", free.get(2));
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("guichet-bench");
    try {
      new Start(work, freePorts()).run();
    } finally {
      Work.erase(work);
    }
  }

  private void run() throws Exception {
    List<Figures> ours = new ArrayList<>();
    List<Figures> peers = new ArrayList<>();
    for (int pair = 0; pair <= PAIRS; pair++) {
      List<String> command = new ArrayList<>();
      Figures our = ours(work.resolve("ours" + pair), command);
      Figures peer = peer(work.resolve("ours" + pair), work.resolve("peer" + pair), command);
      System.err.printf(Locale.ROOT, "pair %d: ours %s, peer %s%n", pair, our, peer);
      if (pair > 0) { // the first warms up the machine's caches
        ours.add(our);
        peers.add(peer);
      }
    }
    Ratio.report(
        "start.ready", "s", ours.stream().map(Figures::seconds).toList(), peers.stream().map(Figures::seconds).toList());
    Ratio.report(
        "start.processor", "s", ours.stream().map(Figures::processor).toList(), peers.stream().map(Figures::processor).toList());
    Ratio.report(
        "start.memory", "MB", ours.stream().map(Figures::megabytes).toList(), peers.stream().map(Figures::megabytes).toList());
  }

  /** By the script, as everybody does; {@code command} becomes what it ran. */
  private Figures ours(Path data, List<String> command) throws Exception {
    String told = guichet(data, "start");
    long pid = Long.parseLong(found(PID, told));
    try {
      ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
      command.addAll(
          Arrays.asList(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0")));
      return new Figures(
          Double.parseDouble(found(SECONDS, told)), processorSeconds(process), idle(process));
    } finally {
      guichet(data, "stop");
    }
  }

  /** The same command on another folder, whose configuration has no application in it. */
  private Figures peer(Path ours, Path data, List<String> command) throws Exception {
    Path server = data.resolve("server");
    copy(
        top.resolve("config/target/server/standalone/configuration"),
        server.resolve("configuration"));
    Files.createDirectories(data.resolve("db"));
    List<String> words =
        command.stream().map(word -> word.replace(ours.toString(), data.toString())).toList();
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(data.resolve("console.log").toFile());
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    long begun = System.nanoTime();
    ProcessHandle process = builder.start().toHandle();
    try {
      Path marker = server.resolve("tmp/startup-marker");
      while (!(Files.exists(marker) && Files.readString(marker).startsWith("success"))) {
        if (endsWithin(process, 100) || Work.seconds(begun) > LIMIT_SECONDS) {
          throw new IllegalStateException("the peer did not start: see " + data);
        }
      }
      double ready = Work.seconds(begun);
      return new Figures(ready, processorSeconds(process), idle(process));
    } finally {
      process.destroy();
      endsWithin(process, LIMIT_SECONDS * 1000L);
    }
  }

  private String guichet(Path data, String what) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                top.resolve("guichet").toString(), what, "--json", "--data", data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    ports.forEach((name, port) -> builder.environment().put(name, port.toString()));
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("guichet " + what + " failed: " + told);
    }
    return told;
  }

  /** What all its threads used so far; unlike the clock, hardly moved by what else is running. */
  private static double processorSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
  }

  private static double idle(ProcessHandle process) throws Exception {
    if (endsWithin(process, IDLE_SECONDS * 1000L)) {
      throw new IllegalStateException("the server ended while idle");
    }
    String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    return Double.parseDouble(found(RESIDENT, status)) / 1024;
  }

  private static boolean endsWithin(ProcessHandle process, long millis)
      throws InterruptedException, ExecutionException {
    try {
      process.onExit().get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in: " + text);
    }
    return matcher.group(1);
  }

  /** Three ports, and the one after the third is free too. */
  private static List<Integer> freePorts() throws IOException {
    try (ServerSocket http = new ServerSocket(0);
        ServerSocket sftp = new ServerSocket(0);
        ServerSocket management = new ServerSocket(0);
        ServerSocket next = new ServerSocket(management.getLocalPort() + 1)) {
      return List.of(http.getLocalPort(), sftp.getLocalPort(), next.getLocalPort() - 1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }
}
