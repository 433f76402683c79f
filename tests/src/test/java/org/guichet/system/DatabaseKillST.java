package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed under a running server, and comes back: nothing is lost or doubled. */
@OwnServer
class DatabaseKillST {
  private static final int KILLS =
      Boolean.getBoolean("guichet.nightly") || Boolean.getBoolean("guichet.kill") ? 10 : 1;
  private static final long SEED = Long.getLong("guichet.seed", System.nanoTime() & 0xffffffL);
  private static final int PASSAGES = 5;
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(6);

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final AtomicInteger number = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

  @Test
  void goesOnWithTheSameServerWhenTheDatabaseIsBack() throws IOException, SQLException {
    System.out.printf("database kills: %d, seed %d (-Dguichet.seed=…)%n", KILLS, SEED);
    EmbeddedPostgres postgres = start(0);
    int port = postgres.getPort();
    try (RunningServer server = RunningServer.prepared("database").with(settings(port))) {
      server.start();
      LoadClient client = LoadClient.of(Member.of(server, "fr"));
      try {
        for (int kill = 1; kill <= KILLS; kill++) {
          AtomicBoolean over = new AtomicBoolean();
          CompletableFuture<Void> dropping =
              CompletableFuture.runAsync(() -> dropUntil(client, over));
          int before = told.size();
          Await.until("drops", () -> told.size() > before + 2);
          LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_500)).toNanos());
          kill();
          postgres.close();
          postgres = start(port);
          int after = told.size();
          Await.until("a drop after the database is back", () -> told.size() > after + 1);
          over.set(true);
          dropping.join();
          System.out.printf("database kill %d of %d: %d answered OK%n", kill, KILLS, told.size());
        }
        assertNothingIsLostOrDoubled(server, postgres);
      } finally {
        client.close();
      }
    } finally {
      postgres.close();
    }
  }

  /** A database that keeps what it confirmed; the library's default is one that may forget it. */
  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setDataDirectory(folder.resolve("pg"))
            .setCleanDataDirectory(false);
    return port == 0 ? builder.start() : builder.setPort(port).start();
  }

  private static Map<String, String> settings(int port) {
    return Map.of(
        "GUICHET_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "GUICHET_DB_USER", "postgres",
        "GUICHET_DB_PASSWORD", "postgres");
  }

  /** Every process of it at once, as when its machine goes. */
  private void kill() throws IOException {
    String pid = Files.readAllLines(folder.resolve("pg/postmaster.pid")).get(0).strip();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    List<ProcessHandle> all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    Await.until("end of the database", () -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  private void dropUntil(LoadClient client, AtomicBoolean over) {
    while (!over.get()) {
      int n = number.incrementAndGet();
      byte[] bytes =
          client
              .member()
              .fileFor(client.member())
              .idFlux("F-" + n)
              .passages(PASSAGES)
              .passage(p -> FluxSamples.passage(n + "-" + p, FluxSamples.titulaire(p)))
              .bytes();
      boolean kept = false;
      while (!kept) {
        try {
          client.put("lot-" + n + ".xml", bytes, false);
          told.add("lot-" + n + ".xml");
          kept = true;
        } catch (IOException e) {
          LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
      }
    }
  }

  private void assertNothingIsLostOrDoubled(RunningServer server, EmbeddedPostgres postgres)
      throws SQLException {
    CampaignCheck.within(
        ANSWERED_WITHIN,
        "verdicts on all deposits",
        () -> server.deposits().stream().allMatch(deposit -> !deposit.isNull("decidedAt")));
    List<JsonObject> deposits = server.deposits();
    assertThat(deposits)
        .extracting(deposit -> deposit.getString("fileName"))
        .containsExactlyInAnyOrderElementsOf(told);
    assertThat(deposits).allMatch(deposit -> deposit.getInt("accepted") == PASSAGES);
    server.cli("reconcile", "--deep").done();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet pairs =
            statement.executeQuery(
                "select count(*) from receipt r join deposit d on d.id = r.subject")) {
      pairs.next();
      assertThat(pairs.getInt(1)).isEqualTo(2 * deposits.size());
    }
  }
}
