package org.guichet.deposit.boundary;

import static org.guichet.deposit.entity.DepositKind.REAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.PassageQuery;
import org.guichet.deposit.entity.PassageQuery.By;
import org.guichet.flux.FindingCode;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;

/**
 * What the server does for pages of a large deposit, beside the same for one of a hundred passages:
 * boundaries on real tables, without what a browser waits for. {@code ./guichet bench pages} runs
 * it, on PostgreSQL.
 */
public final class PagesBench {
  private static final Caller OPERATOR = Caller.commandLine();
  private static final int SMALL = 100;
  private static final int ONE_BAD_IN = 10;
  private static final int ROUNDS = 60;
  private static final int PAGE = 20;

  private final TestDatabase database = TestDatabase.shared();
  private final WorkedDesk desk;
  private final DepositDossier dossier = new DepositDossier();
  private final PassageSearch search = new PassageSearch();

  PagesBench(Path work) throws IOException {
    desk = new WorkedDesk(database, work);
    Permissions permissions = GrantedPermissions.of(Permission.DEPOSIT_VIEW);
    dossier.deposits = ControlBench.deposits(database);
    dossier.entries = ControlBench.entries(database);
    dossier.findings = ControlBench.findings(database);
    dossier.verdicts = ControlBench.verdicts(database);
    dossier.readings = ControlBench.readings(database);
    dossier.books = ControlBench.mending(database);
    dossier.chain = ControlBench.chain(database);
    dossier.receipts = desk.issuing;
    dossier.store = desk.bench.store;
    dossier.permissions = permissions;
    dossier.settings = desk.bench.settings;
    dossier.clock = desk.bench.clock;
    search.index = ControlBench.index(database);
    search.audit = new RecordingTrail();
    search.permissions = permissions;
  }

  /**
   * Measures.
   *
   * @param arguments how many passages the large deposit has; 200000 unless told
   */
  public static void main(String[] arguments) throws Exception {
    int large = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    Path work = Files.createTempDirectory("guichet-bench");
    new PagesBench(work).run(large, ROUNDS, System.out::println);
    System.exit(0); // the database's threads are no matter of ours
  }

  /**
   * Measures each page.
   *
   * @param size passages of the large deposit
   * @param rounds how often each is measured
   * @param told takes a line for each page
   */
  void run(int size, int rounds, Consumer<String> told) {
    DepositView small = judged(SMALL);
    DepositView large = judged(size);
    long begun = System.nanoTime();
    desk.catchUp();
    System.err.printf(
        Locale.ROOT, "counted and listed in %.1f s%n", (System.nanoTime() - begun) / 1e9);
    Map<String, Callable<?>> ours = pages(large, size);
    Map<String, Callable<?>> peers = pages(small, SMALL);
    for (Map.Entry<String, Callable<?>> page : ours.entrySet()) {
      told.accept(
          measured(
              "pages." + size + "." + page.getKey(),
              rounds,
              page.getValue(),
              Objects.requireNonNull(peers.get(page.getKey()))));
    }
  }

  private DepositView judged(int size) {
    int bad = size / ONE_BAD_IN;
    return desk.judge(desk.drop(desk.bench.bob, REAL), size - bad, bad);
  }

  private Map<String, Callable<?>> pages(DepositView deposit, int size) {
    long number = deposit.number();
    Optional<OrganisationId> bob = Optional.of(desk.bench.bob.id());
    int bad = size / ONE_BAD_IN;
    String last = WorkedDesk.idTechnique(deposit, size);
    Map<String, Callable<?>> pages = new LinkedHashMap<>();
    pages.put(
        "deposit",
        () ->
            dossier.view(OPERATOR, bob, number, Locale.FRENCH).toString()
                + dossier.mendable(OPERATOR, bob, number));
    pages.put(
        "cause-last-page",
        () ->
            dossier.passages(
                OPERATOR,
                bob,
                number,
                FindingCode.SCHEMA,
                new PageRequest(Math.max(0, bad - PAGE), PAGE)));
    pages.put("by-id", () -> dossier.named(OPERATOR, bob, number, last, PAGE));
    pages.put(
        "findings-part",
        () ->
            dossier.passagesAfter(OPERATOR, bob, number, FindingCode.SCHEMA, size - bad / 2, PAGE));
    pages.put("across-by-id", () -> search.find(OPERATOR, bob, PassageQuery.of(By.ID, last, PAGE)));
    pages.put(
        "across-by-name", () -> search.find(OPERATOR, bob, PassageQuery.of(By.NAME, "ber", PAGE)));
    return pages;
  }

  /** By turns, after a round that doesn't count. */
  private String measured(String name, int rounds, Callable<?> ours, Callable<?> peer) {
    double[] our = new double[rounds];
    double[] peers = new double[rounds];
    for (int round = -rounds / 2; round < rounds; round++) {
      double large = milliseconds(ours);
      double small = milliseconds(peer);
      if (round >= 0) {
        our[round] = large;
        peers[round] = small;
      }
    }
    Arrays.sort(our);
    Arrays.sort(peers);
    return String.format(
        Locale.ROOT,
        "%s ratio=%.2f ours=%.1fms peer=%.1fms n=%d p95=%.1fms",
        name,
        our[rounds / 2] / peers[rounds / 2],
        our[rounds / 2],
        peers[rounds / 2],
        rounds,
        our[rounds * 95 / 100]);
  }

  private double milliseconds(Callable<?> page) {
    long begun = System.nanoTime();
    desk.in(page);
    return (System.nanoTime() - begun) / 1e6;
  }
}
