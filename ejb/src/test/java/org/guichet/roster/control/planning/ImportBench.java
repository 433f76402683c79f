package org.guichet.roster.control.planning;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.jspecify.annotations.Nullable;

/** Plans of large imports beside bare parsing; {@code ./guichet bench import}. */
public final class ImportBench {
  private static final Charset EXPORTED = StandardCharsets.ISO_8859_1;
  private static final String[] FIRST_NAMES = {
    "Léa", "Zoé", "Jean", "Hélène", "François", "Noa", "Camille", "Éloïse", "Max", "Inès"
  };
  private static final int TEACHERS = 5_000;

  private final Path folder;
  private final int pupils;
  private final int parents;

  private ImportBench(Path folder, int pupils) {
    this.folder = folder;
    this.pupils = pupils;
    parents = pupils * 3 / 2;
  }

  /** Arguments: {@code first} or {@code again}, how many pupils, how many rounds. */
  public static void main(String[] arguments) throws IOException {
    boolean again = arguments[0].equals("again");
    int pupils = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    Path folder = Files.createTempDirectory("guichet-bench");
    ImportBench bench = new ImportBench(folder, pupils);
    try {
      bench.write();
      bench.run(again, rounds);
    } finally {
      for (Profile profile : Profile.values()) {
        Files.deleteIfExists(bench.path(profile));
      }
      Files.delete(folder);
    }
  }

  private Path path(Profile profile) {
    return folder.resolve(profile + ".csv");
  }

  /**
   * Writes the three files of a district of so many pupils; they are called after their profiles.
   */
  public static List<Path> write(Path folder, int pupils) throws IOException {
    ImportBench bench = new ImportBench(folder, pupils);
    bench.write();
    return List.of(
        bench.path(Profile.PUPIL), bench.path(Profile.PARENT), bench.path(Profile.TEACHER));
  }

  private void run(boolean again, int rounds) throws IOException {
    PeopleInMemory people = new PeopleInMemory();
    if (again) {
      List<PlanRow> rows = new ArrayList<>();
      plan(people, rows);
      people.follow(rows);
    }
    Figures wall = new Figures(rounds);
    Figures processor = new Figures(rounds);
    for (int round = -1; round < rounds; round++) {
      long begun = System.nanoTime();
      long used = processor();
      long parsed = parse();
      double peer = (System.nanoTime() - begun) / 1e9;
      double peerUsed = (processor() - used) / 1e9;
      begun = System.nanoTime();
      used = processor();
      PlanSummary summary = plan(people, null);
      wall.add(round, (System.nanoTime() - begun) / 1e9, peer);
      processor.add(round, (processor() - used) / 1e9, peerUsed);
      check(summary, parsed, again);
    }
    String name = "import.plan." + (again ? "again" : "first") + "." + pupils;
    wall.report(name);
    processor.report(name + ".processor");
  }

  /** Of this thread: what others take from a busy machine isn't in it. */
  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void check(PlanSummary summary, long parsed, boolean again) {
    Operation wanted = again ? Operation.UNCHANGED : Operation.CREATE;
    if (summary.count(wanted) != pupils + parents + TEACHERS
        || parsed != pupils + parents + TEACHERS + 3) {
      throw new IllegalStateException("the plan was wrong: " + summary.operations());
    }
  }

  private PlanSummary plan(PeopleInMemory people, @Nullable List<PlanRow> kept) throws IOException {
    Import files = new Import(folder, people);
    for (Profile profile : List.of(Profile.PUPIL, Profile.PARENT, Profile.TEACHER)) {
      files.file(profile, path(profile));
    }
    return new ImportPlanning(people, people, Import.TODAY)
        .plan(
            files.request(ClassMapping.AS_WRITTEN),
            row -> {
              if (kept != null) {
                kept.add(row);
              }
            });
  }

  /** What the peer does: all cells of all files, as texts. */
  private long parse() throws IOException {
    long rows = 0;
    for (Profile profile : List.of(Profile.PUPIL, Profile.PARENT, Profile.TEACHER)) {
      try (Reader reader = Files.newBufferedReader(path(profile), EXPORTED);
          CSVParser parser =
              CSVParser.builder()
                  .setReader(reader)
                  .setFormat(CSVFormat.RFC4180.builder().setDelimiter(';').get())
                  .get()) {
        for (CSVRecord row : parser) {
          rows += row.get(0).isEmpty() ? 0 : 1;
        }
      }
    }
    return rows;
  }

  private void write() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(path(Profile.PUPIL), EXPORTED)) {
      out.write(Onde.PUPIL_HEADER);
      for (int i = 0; i < pupils; i++) {
        out.write(Onde.pupil(last(i), first(i), i, label(i)));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(path(Profile.PARENT), EXPORTED)) {
      out.write(Onde.guardianHeader(1));
      for (int i = 0; i < parents; i++) {
        int child = i % pupils;
        String[] names = {last(child), first(child), label(child)};
        out.write(Onde.guardian(last(child), i < pupils ? "Anne" : "Luc", i, names));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(path(Profile.TEACHER), EXPORTED)) {
      out.write("Civilité;Nom;Prénom;Courriel;Classe\r\n");
      for (int i = 0; i < TEACHERS; i++) {
        out.write(
            "Mme;" + last(i) + ";" + first(i) + ";t" + i + "@example.org;" + label(i) + "\r\n");
      }
    }
  }

  private static String last(int i) {
    StringBuilder name = new StringBuilder("DUPRÉ");
    for (int rest = i; rest > 0; rest /= 26) {
      name.append((char) ('A' + rest % 26));
    }
    return name.toString();
  }

  private static String first(int i) {
    return FIRST_NAMES[i % FIRST_NAMES.length];
  }

  private static String label(int i) {
    return "CE1 classe " + i / 25;
  }

  /** Ours beside the peer, pair by pair; the first pair warms up. */
  private static final class Figures {
    private final double[] ours;
    private final double[] peers;

    Figures(int rounds) {
      ours = new double[rounds];
      peers = new double[rounds];
    }

    void add(int round, double our, double peer) {
      if (round >= 0) {
        ours[round] = our;
        peers[round] = peer;
      }
    }

    void report(String name) {
      double[] ratios = new double[ours.length];
      for (int i = 0; i < ours.length; i++) {
        ratios[i] = ours[i] / peers[i];
      }
      Arrays.sort(ratios);
      Arrays.sort(ours);
      Arrays.sort(peers);
      System.out.printf(
          Locale.ROOT,
          "%s ratio=%.2f ours=%.2fs peer=%.2fs n=%d min=%.2f max=%.2f%n",
          name,
          ratios[ratios.length / 2],
          ours[ours.length / 2],
          peers[peers.length / 2],
          ours.length,
          ratios[0],
          ratios[ratios.length - 1]);
    }
  }
}
