import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SFTP door beside OpenSSH's server on the same machine, both with OpenSSH's client. A gigabyte
 * of random bytes on one and on eight streams, with two ciphers: real drops, which are hashed,
 * forced to disk and registered before the OK; what lies in the store is compared. Then a thousand
 * files of 10 KB from several organisations by 1, 8 and 32 clients, with the time from OK to the
 * accusé de réception; the peer only stores, with fsync. The same for one client that drops a file
 * each second: clients that drop without a pause measure a queue. Then the receipts are fetched.
 *
 * <p>Arguments: {@code upload}, {@code drops} or both; {@code --rounds N}: 3 unless told, after one
 * that doesn't count; {@code --megabytes N}: 1024 unless told; {@code --files N}: 1000 unless told.
 * Needs some gigabytes of disk.
 */
public final class Sftp {
  private static final int ORGANISATIONS = 8;
  private static final int SMALL_PASSAGES = 4; // some 10 KB
  private static final int PACED_DROPS = 60;
  private static final int MEGABYTE = 1 << 20;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Pattern TIME = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
  private static final Pattern RECEIVED = Pattern.compile("DEP-101 deposit received number=\\d+ id=(\\S+)");
  private static final Pattern ISSUED =
      Pattern.compile("REC-101 receipt issued number=\\S+ kind=(\\w+) ok=\\w+ deposit=([^ \"]+)");

  private final Path top = Path.of(System.getProperty("guichet.top"));
  private final Path work;
  private final Map<String, String> environment = new HashMap<>();
  private final Sshd peer;
  private final int rounds;
  private int made;

  private Sftp(Path work, Sshd peer, int rounds) throws IOException {
    this.work = work;
    this.peer = peer;
    this.rounds = rounds;
    List<Integer> ports = Work.freePorts(3);
    environment.put("GUICHET_HTTP_PORT", ports.get(0).toString());
    environment.put("GUICHET_SFTP_PORT", ports.get(1).toString());
    environment.put("GUICHET_MANAGEMENT_PORT", ports.get(2).toString());
    environment.put("GUICHET_DEPOSIT_MAX_SIZE", "2GB");
    environment.put("GUICHET_SFTP_MAX_SESSIONS_PER_ADDRESS", "100");
  }

  public static void main(String[] arguments) throws Exception {
    List<String> parts = new ArrayList<>();
    Map<String, Integer> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--")) {
        options.put(arguments[i], Integer.parseInt(arguments[++i]));
      } else {
        parts.add(arguments[i]);
      }
    }
    Path work = Files.createTempDirectory("guichet-bench");
    try {
      Path key = work.resolve("key");
      Work.run(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key + ""));
      try (Sshd peer = Sshd.start(work, key)) {
        Sftp bench = new Sftp(work, peer, options.getOrDefault("--rounds", 3));
        bench.run(parts, options.getOrDefault("--megabytes", 1024), options.getOrDefault("--files", 1000));
      }
    } finally {
      Work.erase(work);
    }
  }

  private void run(List<String> parts, int megabytes, int files) throws Exception {
    guichet("start");
    try {
      for (int i = 1; i <= ORGANISATIONS; i++) {
        guichet(
            "org add --matricule %s --name Banc%d --email banc%d@guichet.example --contract %s"
                .formatted(matricule(i), i, i, FluxFile.contract(matricule(i)))
                .split(" "));
        guichet(
            "key add --org %s --name k --scopes deposit,receipts %s.pub"
                .formatted(matricule(i), work.resolve("key"))
                .split(" "));
      }
      if (parts.isEmpty() || parts.contains("upload")) {
        for (String cipher : List.of("aes128-gcm@openssh.com", "aes128-ctr")) {
          for (int streams : new int[] {1, 8}) {
            upload(cipher, streams, megabytes);
          }
        }
      }
      if (parts.isEmpty() || parts.contains("drops")) {
        for (int clients : new int[] {1, 8, 32}) {
          drops(clients, files);
        }
        paced();
        fetch();
      }
    } finally {
      guichet("stop");
    }
  }

  private void upload(String cipher, int streams, int megabytes) throws Exception {
    String name = "sftp.upload." + cipher.replaceFirst("@.*", "") + "." + streams;
    List<Double> ours = new ArrayList<>();
    List<Double> peers = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < streams; i++) {
        files.add(random(megabytes / streams));
      }
      double our = putAll(files, false, cipher);
      double other = putAll(files, true, cipher);
      System.err.printf(Locale.ROOT, "%s: ours %.2f s, OpenSSH %.2f s%n", name, our, other);
      for (Path file : files) {
        String digest = digest(file);
        compare(kept(digest), digest);
        compare(peer.folder().resolve(file.getFileName()), digest);
        Files.delete(kept(digest));
        Files.delete(peer.folder().resolve(file.getFileName()));
        Files.delete(file);
      }
      if (round > 0) { // the first warms up the server
        ours.add(our);
        peers.add(other);
      }
    }
    Ratio.report(name, "s", ours, peers);
  }

  private double putAll(List<Path> files, boolean toPeer, String cipher) throws Exception {
    List<List<String>> batches = new ArrayList<>();
    for (Path file : files) {
      batches.add(List.of("put -f " + file + " " + folder(toPeer) + "/" + file.getFileName()));
    }
    return together(batches, toPeer, cipher);
  }

  /** Seconds until all clients have ended; each works through its commands. */
  private double together(List<List<String>> batches, boolean toPeer, String cipher)
      throws Exception {
    List<Process> clients = new ArrayList<>();
    List<ProcessBuilder> builders = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      Path commands = work.resolve("commands" + i);
      Files.write(commands, batches.get(i));
      builders.add(client(commands, toPeer, i % ORGANISATIONS + 1, cipher));
    }
    long begun = System.nanoTime();
    for (ProcessBuilder builder : builders) {
      clients.add(builder.start());
    }
    for (Process client : clients) {
      if (client.waitFor() != 0) {
        throw new IllegalStateException(
            "sftp failed: " + Files.readString(work.resolve("complaints")));
      }
    }
    return Work.seconds(begun);
  }

  private ProcessBuilder client(Path commands, boolean toPeer, int organisation, String cipher) {
    String port = toPeer ? peer.port() + "" : environment.get("GUICHET_SFTP_PORT");
    String user = toPeer ? System.getProperty("user.name") : matricule(organisation);
    return new ProcessBuilder(
            "sftp", "-q", "-b", commands + "", "-c", cipher, "-P", port,
            "-i", work.resolve("key") + "", "-o", "IdentitiesOnly=yes",
            "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
            "-o", "LogLevel=ERROR", user + "@127.0.0.1")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("complaints").toFile()));
  }

  private void drops(int clients, int files) throws Exception {
    String name = "sftp.drops." + clients;
    List<Double> ours = new ArrayList<>();
    List<Double> peers = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      List<List<String>> our = batches(clients, files, false);
      List<List<String>> other = batches(clients, files, true);
      Instant begun = Instant.now();
      double seconds = together(our, false, "aes128-gcm@openssh.com");
      Map<String, Instant[]> answered = answered(begun, files);
      double peerSeconds = together(other, true, "aes128-gcm@openssh.com");
      String receipts = receipts(name, begun, answered);
      System.err.printf(
          Locale.ROOT, "%s: ours %.2f s, OpenSSH %.2f s%n%s%n", name, seconds, peerSeconds, receipts);
      if (round == rounds) {
        System.out.println(receipts);
      }
      if (round > 0) {
        ours.add(seconds);
        peers.add(peerSeconds);
      }
    }
    Ratio.report(name, "s", ours, peers);
  }

  /** One file a second. */
  private void paced() throws Exception {
    List<String> commands = new ArrayList<>();
    for (String put : batches(1, PACED_DROPS, false).get(0)) {
      commands.add(put);
      commands.add("!sleep 1");
    }
    Instant begun = Instant.now();
    together(List.of(commands), false, "aes128-gcm@openssh.com");
    System.out.println(receipts("sftp.drops.paced", begun, answered(begun, PACED_DROPS)));
  }

  /** A line about the times from OK to the accusé de réception. */
  private static String receipts(String name, Instant begun, Map<String, Instant[]> answered) {
    double[] waits =
        answered.values().stream()
            .mapToDouble(times -> Duration.between(times[0], times[1]).toMillis() / 1000.0)
            .sorted()
            .toArray();
    double all =
        answered.values().stream()
            .mapToDouble(times -> Duration.between(begun, times[2]).toMillis() / 1000.0)
            .max()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s.receipts drops=%d all=%.2fs rate=%.0f/s reception.p50=%.2fs reception.p95=%.2fs",
        name, waits.length, all, waits.length / all,
        waits[waits.length / 2], waits[waits.length * 95 / 100]);
  }

  private List<List<String>> batches(int clients, int files, boolean toPeer) throws IOException {
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      batches.add(new ArrayList<>());
    }
    for (int n = 0; n < files; n++) {
      int client = n % clients;
      made++;
      Path file = work.resolve("lot-" + made + ".xml");
      new FluxFile(matricule(client % ORGANISATIONS + 1), "L" + made, SMALL_PASSAGES, 0).write(file);
      batches.get(client).add("put -f " + file + " " + folder(toPeer) + "/" + file.getFileName());
    }
    return batches;
  }

  /** When each deposit since {@code begun} was kept, answered for the first time, and judged. */
  private Map<String, Instant[]> answered(Instant begun, int files) throws Exception {
    Instant end = Instant.now().plus(LIMIT);
    while (true) {
      Map<String, Instant[]> times = new HashMap<>();
      try (Stream<String> lines = Files.lines(work.resolve("data/server/log/server.log"))) {
        lines
            .filter(line -> line.contains("DEP-101") || line.contains("REC-101"))
            .forEach(line -> note(line, begun, times));
      }
      if (times.size() == files && times.values().stream().allMatch(t -> t[1] != null && t[2] != null)) {
        return times;
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("not all receipts in time: " + times.size() + " kept");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static void note(String line, Instant begun, Map<String, Instant[]> times) {
    Matcher time = TIME.matcher(line);
    if (!time.find()) {
      return;
    }
    Instant when = Instant.parse(time.group(1));
    Matcher received = RECEIVED.matcher(line);
    Matcher issued = ISSUED.matcher(line);
    if (received.find() && !when.isBefore(begun)) {
      times.put(received.group(1), new Instant[] {when, null, null});
    } else if (issued.find() && times.containsKey(issued.group(2))) {
      times.get(issued.group(2))[issued.group(1).equals("RECEPTION") ? 1 : 2] = when;
    }
  }

  /** Fetches one organisation's receipts; the peer gives the same files. */
  private void fetch() throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> peers = new ArrayList<>();
    Path here = Files.createDirectory(work.resolve("fetched"));
    for (int round = 0; round <= rounds; round++) {
      double our = together(List.of(List.of("get /accuses/* " + here)), false, "aes128-gcm@openssh.com");
      Path there = Files.createDirectories(peer.folder().resolve("receipts"));
      List<Path> receipts;
      try (Stream<Path> all = Files.list(here)) {
        receipts = all.toList();
      }
      for (Path receipt : receipts) {
        if (Files.size(receipt) == 0) {
          throw new IllegalStateException("empty: " + receipt);
        }
        Files.move(receipt, there.resolve(receipt.getFileName()));
      }
      double other =
          together(List.of(List.of("get " + there + "/* " + here)), true, "aes128-gcm@openssh.com");
      System.err.printf(
          Locale.ROOT, "sftp.fetch: %d receipts, ours %.2f s, OpenSSH %.2f s%n", receipts.size(), our, other);
      Work.erase(there);
      Work.erase(here);
      Files.createDirectory(here);
      if (round > 0) {
        ours.add(our);
        peers.add(other);
      }
    }
    Ratio.report("sftp.fetch", "s", ours, peers);
  }

  private Path random(int megabytes) throws IOException {
    made++;
    Path file = work.resolve("large-" + made + ".xml");
    byte[] bytes = new byte[MEGABYTE];
    Random random = new Random(made);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < megabytes; i++) {
        random.nextBytes(bytes);
        out.write(bytes);
      }
    }
    return file;
  }

  private String folder(boolean toPeer) {
    return toPeer ? peer.folder().toString() : "/depot";
  }

  private Path kept(String digest) {
    return work.resolve("data/files")
        .resolve(digest.substring(0, 2))
        .resolve(digest.substring(2, 4))
        .resolve(digest);
  }

  private static void compare(Path file, String digest) throws Exception {
    if (!digest(file).equals(digest)) {
      throw new IllegalStateException("other bytes arrived: " + file);
    }
  }

  private static String digest(Path file) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static String matricule(int organisation) {
    return "77ZZZ00" + organisation;
  }

  private void guichet(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(top.resolve("guichet").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--json", "--data", work.resolve("data").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Work.run(builder);
  }
}
