import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * How long a file takes to be read, validated and checked, in a process of its own that starts
 * cold. The peer is xmllint, which only validates. Files of several sizes, as they should be and
 * with one bad passage in a hundred; both programs by turns. Needs a gigabyte of disk.
 *
 * <p>Arguments: how many passages; 10000 100000 200000 unless told. {@code --rounds N}: 3 unless
 * told, after one that doesn't count.
 */
public final class Check {
  private static final String SCHEMA = "flux/src/main/resources/org/guichet/flux/schema/flux-1.1.xsd";
  private static final List<String> FLAGS =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4", "-Xshare:auto");
  private static final int ONE_BAD_IN = 100;
  private static final int LIMIT_SECONDS = 600;
  private static final int INVALID = 3; // xmllint's word for a file that isn't valid
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
      erase(work);
    }
  }

  private void run(List<Integer> sizes) throws Exception {
    compile();
    for (int size : sizes) {
      compare(size, 0);
      compare(size, ONE_BAD_IN);
    }
    List<Integer> known = List.copyOf(secondsOfSize.keySet());
    for (int i = 1; i < known.size(); i++) {
      double small = secondsOfSize.get(known.get(i - 1)) / known.get(i - 1);
      double large = secondsOfSize.get(known.get(i)) / known.get(i);
      System.out.printf(
          Locale.ROOT,
          "check.growth.%d ratio=%.2f ours=%.1fus peer=%.1fus%n",
          known.get(i),
          large / small,
          large * 1e6,
          small * 1e6);
    }
  }

  private void compile() throws IOException {
    Path classes = Files.createDirectory(work.resolve("classes"));
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(top.resolve("bench/check"))) {
      files.map(Path::toString).forEach(sources::add);
    }
    List<String> options =
        new ArrayList<>(List.of("-d", classes.toString(), "-cp", flux(), "-proc:none"));
    options.addAll(sources);
    if (ToolProvider.getSystemJavaCompiler()
            .run(null, System.err, System.err, options.toArray(String[]::new))
        != 0) {
      throw new IllegalStateException("bench/check does not compile");
    }
  }

  private String flux() {
    return top.resolve("flux/target/classes").toString();
  }

  private List<String> java(String main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", work.resolve("classes") + ":" + flux(), main));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  private void compare(int size, int oneBadIn) throws Exception {
    String name = "check." + size + (oneBadIn == 0 ? ".clean" : ".bad");
    Path file = work.resolve(name + ".xml");
    FluxFile.write(file, size, oneBadIn);
    int bad = oneBadIn == 0 ? 0 : size / oneBadIn;
    List<Figures> ours = new ArrayList<>();
    List<Figures> peers = new ArrayList<>();
    List<String> our = java("ReadFile", file, size, bad);
    List<String> peer =
        List.of("xmllint", "--noout", "--stream", "--schema", top.resolve(SCHEMA) + "", file + "");
    for (int round = 0; round <= rounds; round++) {
      Figures mine = time(our, 0);
      Figures theirs = time(peer, bad == 0 ? 0 : INVALID);
      System.err.printf(Locale.ROOT, "%s: ours %s, peer %s%n", name, mine, theirs);
      if (round > 0) { // the first fetches the file into memory
        ours.add(mine);
        peers.add(theirs);
      }
    }
    Files.delete(file);
    report(name, "s", ours, peers, Figures::seconds);
    report(name + ".processor", "s", ours, peers, Figures::processor);
    report(name + ".memory", "MB", ours, peers, Figures::megabytes);
    if (oneBadIn == 0) {
      secondsOfSize.put(size, median(ours.stream().mapToDouble(Figures::seconds).toArray()));
    }
  }

  private Figures time(List<String> command, int expected) throws Exception {
    Path said = work.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    double processor = 0;
    double peak = 0;
    while (!endsWithin(process.toHandle(), 10)) {
      processor = Math.max(processor, processorSeconds(process.toHandle()));
      peak = Math.max(peak, peak(process.pid()));
      if (seconds(begun) > LIMIT_SECONDS) {
        process.destroyForcibly();
      }
    }
    double seconds = seconds(begun);
    if (process.waitFor() != expected) {
      throw new IllegalStateException(command + " said: " + Files.readString(said));
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

  private static void report(
      String name,
      String unit,
      List<Figures> ours,
      List<Figures> peers,
      ToDoubleFunction<Figures> figure) {
    double[] our = ours.stream().mapToDouble(figure).toArray();
    double[] peer = peers.stream().mapToDouble(figure).toArray();
    double[] ratios = new double[our.length];
    for (int i = 0; i < our.length; i++) {
      ratios[i] = our[i] / peer[i];
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s ratio=%.2f ours=%.2f%s peer=%.2f%s n=%d min=%.2f max=%.2f%n",
        name,
        median(ratios),
        median(our),
        unit,
        median(peer),
        unit,
        our.length,
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void erase(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Makes files like those of a certifier of digital skills: about 2.6 KB a passage. */
  private static final class FluxFile {
    private static final int RESULTS = 13;
    private static final String[] LAST_NAMES = {
      "ABELARD-INVENTE", "BÉRANGER", "COURTEPAILLE", "D'ORMESSON-FICTIF", "ÉGLANTINE", "FAUXSEMBLANT"
    };
    private static final String[] FIRST_NAMES = {
      "Zélie", "Anatole", "Marie-Hortense", "Gaëtan", "Clémence", "Théodule", "Ornella"
    };
    private static final String[][] FAULTS = {
      {"<sexe>M", "<sexe>H"},
      {"<dateDebutValidite>2026-01-15", "<dateDebutValidite>2026-02-30"},
      {"<scoring>", "<scoring/><scoring>"},
      {"<donneeCertifiee>true", "<donneeCertifiee>TRUE"},
      {"<prenom1>", "<prenom1><!-- ? -->"},
      {"<modaliteAcces>CANDIDAT_LIBRE</modaliteAcces>", ""},
    };
    private static final int VALID_FAULT = 4; // only written in a way that nobody else has

    private FluxFile() {}

    static void write(Path file, int passages, int oneBadIn) throws IOException {
      try (var out = Files.newBufferedWriter(file)) {
        out.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <flux xmlns="urn:cdc:cpf:pc5:schema:1.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
             <idFlux>BENCH-1</idFlux><horodatage>2026-02-01T11:43:27+01:00</horodatage>
             <emetteur><idClient>77ZZZ001</idClient><certificateurs><certificateur>
             <idClient>77ZZZ001</idClient><idContrat>MCFCER990001</idContrat><certifications><certification>
             <type>RS</type><code>RS99901</code><natureDeposant>CERTIFICATEUR</natureDeposant><passageCertifications>
            """);
        for (int n = 1; n <= passages; n++) {
          boolean bad = oneBadIn > 0 && n % oneBadIn == 0;
          out.write(bad ? spoiled(n, n / oneBadIn) : passage(n));
        }
        out.write(
            """
             </passageCertifications></certification></certifications>
             </certificateur></certificateurs></emetteur>
            </flux>
            """);
      }
    }

    private static String spoiled(int n, int which) {
      int fault = which % FAULTS.length;
      fault = fault == VALID_FAULT ? 0 : fault;
      String passage = passage(n).replace("<sexe>F", "<sexe>M");
      String spoiled = passage.replace(FAULTS[fault][0], FAULTS[fault][1]);
      if (spoiled.equals(passage)) {
        throw new IllegalStateException("nothing to spoil: " + FAULTS[fault][0]);
      }
      return spoiled;
    }

    private static String passage(int n) {
      StringBuilder results = new StringBuilder();
      for (int i = 0; i < RESULTS; i++) {
        results
            .append("    <resultat><niveau>")
            .append(1 + (n + i) % 8)
            .append("</niveau><domaineCompetenceId>")
            .append(1 + i / 4)
            .append("</domaineCompetenceId><competenceId>")
            .append(1 + i % 4)
            .append("</competenceId></resultat>\n");
      }
      return """
        <passageCertification>
         <idTechnique>BENCH-%d</idTechnique>
         <obtentionCertification>PAR_SCORING</obtentionCertification>
         <donneeCertifiee>true</donneeCertifiee>
         <dateDebutExamen>2026-01-10</dateDebutExamen>
         <dateFinExamen>2026-01-12</dateFinExamen>
         <dateDebutValidite>2026-01-15</dateDebutValidite>
         <dateFinValidite xsi:nil="true"/>
         <presenceNiveauLangueEuro>false</presenceNiveauLangueEuro>
         <presenceNiveauNumeriqueEuro>true</presenceNiveauNumeriqueEuro>
         <niveauNumeriqueEuropeen><scoreGeneral>%d</scoreGeneral>
         <resultats>
      %s  </resultats></niveauNumeriqueEuropeen>
         <scoring>%d pix</scoring>
         <mentionValidee xsi:nil="true"/>
         <modalitesInscription><modaliteAcces>CANDIDAT_LIBRE</modaliteAcces></modalitesInscription>
         <identificationTitulaire><titulaire>
          <nomNaissance>%s</nomNaissance><nomUsage xsi:nil="true"/><prenom1>%s</prenom1>
          <anneeNaissance>%d</anneeNaissance><moisNaissance>%02d</moisNaissance><jourNaissance>%d</jourNaissance>
          <sexe>%s</sexe>
          <codeCommuneNaissance><codeInseeNaissance><codeInsee>75112</codeInsee></codeInseeNaissance></codeCommuneNaissance>
          <libelleCommuneNaissance>PARIS</libelleCommuneNaissance>
         </titulaire></identificationTitulaire>
        </passageCertification>
      """
          .formatted(
              n,
              1 + n % 1000,
              results,
              n % 1000,
              LAST_NAMES[n % LAST_NAMES.length],
              FIRST_NAMES[n % FIRST_NAMES.length],
              1960 + n % 45,
              1 + n % 12,
              1 + n % 28,
              n % 2 == 1 ? "F" : "M");
    }
  }
}
