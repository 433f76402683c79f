package org.guichet.flux.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxReader;
import org.guichet.flux.Severities;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.Outcome;
import org.guichet.flux.analysis.Subject;
import org.guichet.flux.check.ContentChecks;
import org.guichet.flux.register.Duplicates;
import org.guichet.flux.report.AnalysisRapport;
import org.guichet.flux.report.ReportJsonWriter;
import org.guichet.flux.report.ReportXmlWriter;
import org.guichet.flux.report.RichReport;
import org.jspecify.annotations.Nullable;

/**
 * Reads hostile files one after the other, with everything that judges and reports on a file, and
 * prints what isn't as it should be; the main class of a JVM of its own. Arguments: where somebody
 * listens ({@code http://host:port/}), a file that nobody should read, a folder for temporary
 * files, and a file for the recording.
 */
final class HostileRun {
  private static final FluxReader READER = new FluxReader();
  private static final Checking CHECKING =
      ContentChecks.checking(LocalDate.of(2026, 2, 1), Severities.USUAL);

  /** A file beside the one that nobody should read. */
  static final String ON_PURPOSE = "read-on-purpose.txt";

  /** No text of a finding is as long, whatever it quotes. */
  private static final int LONG_TEXT = 5_000;

  private final Path temp;
  private final Map<String, Integer> families = new TreeMap<>();
  private long slowest;
  private String slowestName = "";

  private HostileRun(Path temp) {
    this.temp = temp;
  }

  public static void main(String[] arguments) throws IOException {
    URI listener = URI.create(arguments[0]);
    Targets targets = new Targets(arguments[0], Path.of(arguments[1]));
    HostileRun run = new HostileRun(Path.of(arguments[2]));
    run.warmUp();
    connect(listener);
    say("headroom", headroom());
    try (Watching watching = new Watching(Path.of(arguments[3]))) {
      connect(listener); // what is watched for is done once on purpose, so that it must be seen
      Files.readString(targets.secret().resolveSibling(ON_PURPOSE));
      HostileCases.all(targets, Boolean.getBoolean("guichet.nightly")).forEach(run::run);
      watching.tell(HostileRun::say);
    }
    run.families.forEach((family, count) -> say("family", family + "\t" + count));
    say("slowest", run.slowest + "\t" + run.slowestName);
  }

  private static void connect(URI listener) throws IOException {
    try (Socket socket = new Socket(listener.getHost(), listener.getPort())) {
      socket.getOutputStream().write('c');
    }
  }

  private static void say(String what, Object value) {
    System.out.println(what + "\t" + value);
  }

  /** How much more the heap may hold than what lives in it once files have been read; bytes. */
  private static long headroom() {
    Runtime runtime = Runtime.getRuntime();
    ManagementFactory.getMemoryMXBean().gc();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  private void warmUp() {
    for (Where where : Where.values()) {
      judge(HostileCase.of("warm up", where.toString(), where.put("<x"), Expected.accepted()));
    }
    judge(HostileCase.of("warm up", "valid", Where.file(), Expected.accepted()));
  }

  private void run(HostileCase hostile) {
    families.merge(hostile.family(), 1, Integer::sum);
    long start = System.nanoTime();
    String fault = judge(hostile);
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    if (took > slowest) {
      slowest = took;
      slowestName = hostile.toString();
    }
    if (fault != null) {
      say("fault", hostile + ": expected " + hostile.expected() + ", " + fault);
    }
  }

  /** Returns what isn't as expected; null when everything is. */
  private @Nullable String judge(HostileCase hostile) {
    Subject subject =
        Subject.of("hostile.xml", CHECKING).withStage(Duplicates::new).withTempFolder(temp);
    try (InputStream file = hostile.file().get();
        Analysis analysis = Analysis.of(READER, file, subject)) {
      OutputStream nowhere = OutputStream.nullOutputStream();
      RichReport.write(analysis, Locale.FRENCH, RichReport.ALL, new ReportXmlWriter(nowhere));
      RichReport.write(analysis, Locale.ENGLISH, RichReport.ALL, new ReportJsonWriter(nowhere));
      AnalysisRapport.write(analysis, nowhere, 1, false);
      return fault(hostile.expected(), analysis);
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      return "threw " + e + " at " + Arrays.stream(e.getStackTrace()).limit(8).toList();
    }
  }

  private static @Nullable String fault(Expected expected, Analysis analysis) throws IOException {
    Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
    Finding[] last = new Finding[1];
    boolean[] sane = {true};
    analysis.forEachMessage(
        message -> {
          Finding finding = message.finding();
          codes.add(finding.code());
          last[0] = finding;
          sane[0] &= finding.line() >= 0 && finding.column() >= 0;
          sane[0] &= finding.arguments().stream().allMatch(text -> text.length() < LONG_TEXT);
        });
    boolean asExpected =
        sane[0]
            && analysis.end().how() == expected.end()
            && (analysis.outcome() == Outcome.MALFORMED
                ? last[0].severity() == Severity.FILE && expected.codes().contains(last[0].code())
                : expected.allows(codes));
    return asExpected ? null : analysis.end().how() + " " + codes + ", last " + last[0];
  }
}
