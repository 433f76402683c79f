import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the offline checker takes for a file: reading, schema, all checks and a report, in a
 * process of its own that starts cold, with a heap of 64 MB. The peer is xmllint, which only
 * validates. Files of several sizes, as they should be and with one bad passage in a hundred, one
 * file a call; the smallest also many in one call, as a depositor checks a folder. Both programs by
 * turns. Needs half a gigabyte of disk.
 *
 * <p>Arguments: how many passages; 10000 100000 200000 unless told. {@code --rounds N}: 3 unless
 * told, after one that doesn't count.
 */
public final class Check {
  private static final String SCHEMA = "flux/src/main/resources/org/guichet/flux/schema/flux-1.1.xsd";
  private static final String HEAP = "-Xmx64m";
  private static final int ONE_BAD_IN = 100;
  private static final int FILES_OF_A_FOLDER = 20;
  private static final int LIMIT_SECONDS = 600;
  private static final int NOT_ALL_ACCEPTED = 1;
  private static final int INVALID = 3; // xmllint's word for the same
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final Path top = Path.of(System.getProperty("guichet.top"));
  private final Path work;
  private final int rounds;
  private final Map<Integer, Double> secondsOfSize = new TreeMap<>();

  /** One run: seconds by the clock, seconds of processors, most memory resident in megabytes. */
  private record Figures(double seconds, double processor, double megabytes) {}

  private Check(Path work, int rounds) {
    this.work = work;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    int rounds = 3;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--rounds")) {
        i++;
        rounds = Integer.parseInt(arguments[i]);
      } else {
        sizes.add(Integer.parseInt(arguments[i]));
      }
    }
    Path work = Files.createTempDirectory("guichet-bench");
    try {
      new Check(work, rounds).run(sizes.isEmpty() ? List.of(10_000, 100_000, 200_000) : sizes);
    } finally {
      Work.erase(work);
    }
  }

  private void run(List<Integer> sizes) throws Exception {
    for (int size : sizes) {
      compare("check." + size + ".clean", clean(size), 1);
      compare("check." + size + ".bad", bad(size), 1);
    }
    int least = sizes.stream().mapToInt(Integer::intValue).min().orElseThrow();
    String folder = "check." + FILES_OF_A_FOLDER + "x" + least;
    compare(folder + ".clean", clean(least), FILES_OF_A_FOLDER);
    compare(folder + ".bad", bad(least), FILES_OF_A_FOLDER);
    List<Integer> known = List.copyOf(secondsOfSize.keySet());
    for (int i = 1; i < known.size(); i++) { // the peer is the smaller file
      double small = secondsOfSize.get(known.get(i - 1)) / known.get(i - 1) * 1e6;
      double large = secondsOfSize.get(known.get(i)) / known.get(i) * 1e6;
      Ratio.report(
          "check." + known.get(i) + ".per-passage", "us", List.of(large), List.of(small));
    }
  }

  private static FluxFile clean(int passages) {
    return new FluxFile("77ZZZ001", "BENCH", passages, 0);
  }

  private static FluxFile bad(int passages) {
    return new FluxFile("77ZZZ001", "BENCH", passages, ONE_BAD_IN);
  }

  /** So many files of the same bytes, under names of their own, in one call. */
  private void compare(String name, FluxFile made, int copies) throws Exception {
    List<Path> files = new ArrayList<>();
    files.add(work.resolve(name + ".xml"));
    made.write(files.get(0));
    for (int copy = 2; copy <= copies; copy++) {
      files.add(Files.createLink(work.resolve(name + "-" + copy + ".xml"), files.get(0)));
    }
    boolean clean = made.bad() == 0;
    List<Figures> ours = new ArrayList<>();
    List<Figures> peers = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      Figures our = ours(files, made);
      Figures peer = peer(files, clean ? 0 : INVALID);
      System.err.printf(Locale.ROOT, "%s: ours %s, peer %s%n", name, our, peer);
      if (round > 0) { // the first fetches the file into memory
        ours.add(our);
        peers.add(peer);
      }
    }
    for (Path file : files) {
      Files.delete(file);
    }
    report(name, "s", ours, peers, Figures::seconds);
    report(name + ".processor", "s", ours, peers, Figures::processor);
    report(name + ".memory", "MB", ours, peers, Figures::megabytes);
    if (clean && copies == 1) {
      secondsOfSize.put(
          made.passages(), Ratio.median(ours.stream().mapToDouble(Figures::seconds).toArray()));
    }
  }

  private static void report(
      String name,
      String unit,
      List<Figures> ours,
      List<Figures> peers,
      Function<Figures, Double> figure) {
    Ratio.report(
        name, unit, ours.stream().map(figure).toList(), peers.stream().map(figure).toList());
  }

  /** By the script, as everybody does; what it says must be right. */
  private Figures ours(List<Path> files, FluxFile made) throws Exception {
    Path said = work.resolve("said");
    ProcessBuilder command =
        call(
            files,
            top.resolve("guichet").toString(),
            "check",
            "--mode",
            "by-passage",
            "--format",
            "json");
    command.environment().put("JDK_JAVA_OPTIONS", HEAP);
    Figures figures = time(command, said, made.bad() == 0 ? 0 : NOT_ALL_ACCEPTED);
    List<String> lines = Files.readAllLines(said);
    if (lines.size() != files.size()) {
      throw new IllegalStateException("the checker spoke of " + lines.size() + " files");
    }
    String passages = "\"passages\":" + made.passages() + ",";
    String rejected = "\"rejected\":" + made.bad() + ",";
    for (String json : lines) {
      if (!json.contains(passages) || !json.contains(rejected)) {
        throw new IllegalStateException(
            "the checker was wrong: " + json.substring(0, Math.min(500, json.length())));
      }
    }
    return figures;
  }

  private Figures peer(List<Path> files, int expected) throws Exception {
    return time(
        call(files, "xmllint", "--noout", "--stream", "--schema", top.resolve(SCHEMA).toString()),
        work.resolve("peer"),
        expected);
  }

  private static ProcessBuilder call(List<Path> files, String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    files.forEach(file -> command.add(file.toString()));
    return new ProcessBuilder(command);
  }

  private Figures time(ProcessBuilder command, Path said, int expected) throws Exception {
    command.redirectOutput(said.toFile());
    command.redirectError(work.resolve("complaints").toFile());
    long begun = System.nanoTime();
    Process process = command.start();
    double processor = 0;
    double peak = 0;
    while (!endsWithin(process.toHandle(), 10)) {
      processor = Math.max(processor, processorSeconds(process.toHandle()));
      peak = Math.max(peak, peak(process.pid()));
      if (Work.seconds(begun) > LIMIT_SECONDS) {
        process.destroyForcibly();
      }
    }
    double seconds = Work.seconds(begun);
    if (process.waitFor() != expected) {
      throw new IllegalStateException(
          command.command() + " said: " + Files.readString(work.resolve("complaints")));
    }
    return new Figures(seconds, processor, peak);
  }

  private static double processorSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(used -> used.toMillis() / 1000.0).orElse(0.0);
  }

  private static double peak(long pid) {
    try {
      Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return matcher.find() ? Double.parseDouble(matcher.group(1)) / 1024 : 0;
    } catch (IOException e) {
      return 0; // it just ended
    }
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
}
