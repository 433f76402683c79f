import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a depositor waits: from the OK to the last byte of a file until both receipts are in the
 * outbox, on H2 and on PostgreSQL. The peer is xmllint, which only validates the same file. Then
 * four such files at once, with the memory that the server holds.
 *
 * <p>Arguments: {@code h2}, {@code postgresql} or both; {@code --passages N}, 100000 unless told;
 * {@code --rounds N}, 3 unless told, after one that doesn't count; {@code --stored N}: so many
 * verdicts are there before. Needs a few gigabytes of disk.
 */
public final class Deposit {
  private static final String SCHEMA = "flux/src/main/resources/org/guichet/flux/schema/flux-1.1.xsd";
  private static final int AT_ONCE = 4;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Pattern TIME = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
  private static final Pattern NUMBER = Pattern.compile("number=(\\d+)");
  private static final Pattern VERDICT =
      Pattern.compile("DEP-105 deposit decided number=(\\d+) status=(\\w+) accepted=(\\d+)");
  private static final Pattern PID = Pattern.compile("\"pid\":([0-9]+)");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final Path top = Path.of(System.getProperty("guichet.top"));
  private final Path work;
  private final String database;
  private final int passages;
  private final Map<String, String> environment = new HashMap<>();
  private int files;

  private Deposit(Path work, String database, int passages) throws IOException {
    this.work = work;
    this.database = database;
    this.passages = passages;
    List<Integer> ports = Work.freePorts(3);
    environment.put("GUICHET_HTTP_PORT", ports.get(0).toString());
    environment.put("GUICHET_SFTP_PORT", ports.get(1).toString());
    environment.put("GUICHET_MANAGEMENT_PORT", ports.get(2).toString());
    environment.put("GUICHET_DEPOSIT_MAX_SIZE", "2GB");
    environment.put("GUICHET_DEPOSIT_PARALLEL", Integer.toString(AT_ONCE));
  }

  public static void main(String[] arguments) throws Exception {
    List<String> databases = new ArrayList<>();
    Map<String, Integer> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--")) {
        options.put(arguments[i], Integer.parseInt(arguments[++i]));
      } else {
        databases.add(arguments[i]);
      }
    }
    for (String database : databases.isEmpty() ? List.of("h2", "postgresql") : databases) {
      Path work = Files.createTempDirectory("guichet-bench");
      try (Postgres postgres = database.equals("h2") ? null : Postgres.start(work)) {
        Deposit bench = new Deposit(work, database, options.getOrDefault("--passages", 100_000));
        if (postgres != null) {
          bench.environment.putAll(postgres.settings());
        }
        bench.run(options.getOrDefault("--rounds", 3), options.getOrDefault("--stored", 0));
      } finally {
        Work.erase(work);
      }
    }
  }

  private void run(int rounds, int stored) throws Exception {
    guichet("start");
    long pid = Long.parseLong(found(PID, guichet("status")));
    try {
      for (int i = 1; i <= AT_ONCE; i++) {
        addOrganisation(i);
      }
      String name = "deposit." + database;
      if (stored > 0) {
        for (int n = 0; n < stored; n += passages) {
          drop(List.of(1));
        }
        name += ".stored" + stored;
      }
      List<Double> ours = new ArrayList<>();
      List<Double> peers = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        Path file = file(1);
        double peer = xmllint(file);
        double our = seconds(put(List.of(file), List.of(1)));
        Files.delete(file);
        System.err.printf(Locale.ROOT, "%s: ours %.2f s, xmllint %.2f s%n", name, our, peer);
        if (round > 0) { // the first warms up the server
          ours.add(our);
          peers.add(peer);
        }
      }
      Ratio.report(name, "s", ours, peers);
      double one = peak(pid);
      double all = drop(Stream.iterate(1, i -> i + 1).limit(AT_ONCE).toList());
      System.out.printf(
          Locale.ROOT,
          "%s.at-once%d ours=%.2fs memory=%.0fMB before=%.0fMB%n",
          name,
          AT_ONCE,
          all,
          peak(pid),
          one);
    } finally {
      guichet("stop");
    }
  }

  private double drop(List<Integer> organisations) throws Exception {
    List<Path> made = new ArrayList<>();
    for (int organisation : organisations) {
      made.add(file(organisation));
    }
    double seconds = seconds(put(made, organisations));
    for (Path file : made) {
      Files.delete(file);
    }
    return seconds;
  }

  private Path file(int organisation) throws IOException {
    files++;
    Path file = work.resolve("bench-" + files + ".xml");
    new FluxFile(matricule(organisation), "B" + files, passages, 0).write(file);
    return file;
  }

  private static String matricule(int organisation) {
    return "77ZZZ00" + organisation;
  }

  private void addOrganisation(int number) throws Exception {
    Path key = work.resolve("key" + number);
    Work.run(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key + ""));
    guichet(
        "org add --matricule %s --name Banc%d --email banc%d@guichet.example --contract %s"
            .formatted(matricule(number), number, number, FluxFile.contract(matricule(number)))
            .split(" "));
    guichet(
        "key add --org %s --name k --scopes deposit,receipts %s.pub"
            .formatted(matricule(number), key)
            .split(" "));
  }

  private double xmllint(Path file) throws Exception {
    long begun = System.nanoTime();
    Work.run(
        new ProcessBuilder("xmllint", "--noout", "--stream", "--schema", top.resolve(SCHEMA) + "", file + "")
            .redirectErrorStream(true));
    return Work.seconds(begun);
  }

  /** Drops files, each as its own organisation, all at once; waits for the verdicts. */
  private List<Instant[]> put(List<Path> dropped, List<Integer> organisations) throws Exception {
    int known = verdicts().size();
    List<Process> clients = new ArrayList<>();
    for (int i = 0; i < dropped.size(); i++) {
      clients.add(sftp(dropped.get(i), organisations.get(i)));
    }
    for (Process client : clients) {
      if (client.waitFor() != 0) {
        throw new IllegalStateException("sftp failed");
      }
    }
    Instant end = Instant.now().plus(LIMIT);
    while (verdicts().size() < known + dropped.size()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("no verdict");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return verdicts().subList(known, known + dropped.size());
  }

  /** From the first OK to the last verdict, with which the second receipt is in the outbox. */
  private static double seconds(List<Instant[]> spans) {
    Instant from = spans.stream().map(span -> span[0]).min(Instant::compareTo).orElseThrow();
    Instant to = spans.stream().map(span -> span[1]).max(Instant::compareTo).orElseThrow();
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private Process sftp(Path file, int organisation) throws IOException {
    Path commands = work.resolve("put" + organisation);
    Files.writeString(commands, "put " + file + " /depot/" + file.getFileName() + "\n");
    return new ProcessBuilder(
            "sftp", "-q", "-b", commands + "", "-i", work.resolve("key" + organisation) + "",
            "-P", environment.get("GUICHET_SFTP_PORT"), "-o", "IdentitiesOnly=yes",
            "-o", "StrictHostKeyChecking=accept-new", "-o", "UserKnownHostsFile=" + work.resolve("hosts"),
            matricule(organisation) + "@127.0.0.1")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** When each decided deposit was told as kept, and when it was decided; from the log. */
  private List<Instant[]> verdicts() throws IOException {
    Map<String, Instant> kept = new HashMap<>();
    List<Instant[]> spans = new ArrayList<>();
    try (Stream<String> lines = Files.lines(work.resolve("data/server/log/server.log"))) {
      lines
          .filter(line -> line.contains("DEP-10"))
          .forEach(
              line -> {
                Instant time = Instant.parse(found(TIME, line));
                Matcher verdict = VERDICT.matcher(line);
                if (line.contains("DEP-101")) {
                  kept.put(found(NUMBER, line), time);
                } else if (verdict.find()) {
                  if (Integer.parseInt(verdict.group(3)) != passages) {
                    throw new IllegalStateException(line);
                  }
                  spans.add(new Instant[] {kept.get(verdict.group(1)), time});
                }
              });
    }
    return spans;
  }

  private static double peak(long pid) throws IOException {
    return Double.parseDouble(found(PEAK, Files.readString(Path.of("/proc/" + pid + "/status"))))
        / 1024;
  }

  private String guichet(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(top.resolve("guichet").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--json", "--data", work.resolve("data").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return Work.run(builder);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in: " + text);
    }
    return matcher.group(1);
  }
}
