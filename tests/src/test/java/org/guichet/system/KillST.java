package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed at any moment loses nothing that it said OK to, and doubles nothing. Two
 * kills; a hundred with {@code -Dguichet.nightly=true}.
 */
@OwnServer
class KillST {
  private static final int KILLS = Boolean.getBoolean("guichet.nightly") ? 100 : 2;
  private static final long SEED = 77_2026;
  private static final int PASSAGES = 300;
  private static final int TOLD_OF_A_FAILURE = 2_000;
  private static final Duration LATEST_KILL = Duration.ofSeconds(3);

  private final Random random = new Random(SEED);

  /** A file on its way: put anew until it is answered OK. */
  private static final class Parcel {
    final Member sender;
    final String name;
    final byte[] bytes;
    int tries;
    boolean kept;

    Parcel(Member sender, int number) {
      this.sender = sender;
      name = "lot-" + number + ".xml";
      bytes =
          sender
              .fileFor(sender)
              .idFlux("F-" + number)
              .passages(PASSAGES)
              .passage(n -> FluxSamples.passage(number + "-" + n, FluxSamples.titulaire(n)))
              .bytes();
    }

    void put() {
      tries++;
      kept = sender.put(name, bytes).exit() == 0;
    }
  }

  @Test
  void losesAndDoublesNothingWhenItIsKilledAtAnyMoment() {
    try (RunningServer server = RunningServer.started("kill")) {
      List<Member> members = List.of(Member.of(server, "fr"), Member.of(server, "en"));
      List<Parcel> parcels = new ArrayList<>();
      for (int kill = 1; kill <= KILLS; kill++) {
        // Two files of the first, one after the other, and one of the second beside them.
        parcels.add(new Parcel(members.get(0), 10 * kill));
        parcels.add(new Parcel(members.get(0), 10 * kill + 1));
        parcels.add(new Parcel(members.get(1), 10 * kill + 2));
        killWhilePutting(server, members, parcels);
        server.start();
      }
      putTheRest(parcels);
      Await.until("verdicts on all files", () -> accepted(server).size() >= parcels.size());

      for (Member member : members) {
        List<String> outbox = member.names("/accuses");
        parcels.stream()
            .filter(parcel -> parcel.sender.equals(member))
            .forEach(parcel -> assertAnsweredOnce(parcel, outbox));
      }
      assertNothingIsDoubled(server, parcels);
      server.cli("stop").done();
      assertRowsAreWhole(server, parcels);
    }
  }

  @Test
  void showsAnUploadThatTheKillCutAsIncompleteAndNotAsADeposit() {
    try (RunningServer server = RunningServer.started("cut")) {
      Member member = Member.of(server, "fr");
      byte[] bytes = member.fileFor(member).passages(3_000).bytes();
      String slow = "1500"; // kbit/s: the file would take half a minute
      Process upload = member.session("-l", slow);
      try {
        Member.type(upload, "put " + member.local("long.xml", bytes) + " /depot/long.xml");
        Await.until("the first bytes", () -> sizeOf(member, "/depot", "long.xml") > 100_000);
        server.kill();
        Await.until("end of the client's connection", () -> upload.children().count() == 0);
      } finally {
        upload.destroyForcibly();
      }

      server.start();
      assertThat(server.deposits()).isEmpty();
      Await.until("the part", () -> member.names("/incomplets").contains("long.xml"));
      assertThat(sizeOf(member, "/incomplets", "long.xml")).isBetween(1L, bytes.length - 1L);

      member.put("long.xml", bytes).done();
      assertThat(new String(member.receipt("/accuses", "traitement", "long.xml"), UTF_8))
          .contains(FluxSamples.id(3_000));
      assertThat(member.names("/incomplets")).doesNotContain("long.xml");
    }
  }

  /** Each organisation's client works through what isn't kept yet; the kill comes meanwhile. */
  private void killWhilePutting(RunningServer server, List<Member> members, List<Parcel> parcels) {
    ExecutorService clients = Executors.newFixedThreadPool(members.size());
    List<CompletableFuture<Void>> running =
        members.stream()
            .map(member -> CompletableFuture.runAsync(() -> putAll(member, parcels), clients))
            .toList();
    long killAt = System.nanoTime() + random.nextLong(LATEST_KILL.toNanos());
    while (System.nanoTime() < killAt) {
      LockSupport.parkNanos(killAt - System.nanoTime());
    }
    server.kill();
    running.forEach(CompletableFuture::join);
    clients.shutdown();
  }

  private static void putAll(Member member, List<Parcel> parcels) {
    parcels.stream()
        .filter(parcel -> parcel.sender.equals(member) && !parcel.kept)
        .forEach(Parcel::put);
  }

  private static void putTheRest(List<Parcel> parcels) {
    for (Parcel parcel : parcels) {
      if (!parcel.kept) {
        parcel.put();
      }
      assertThat(parcel.kept).as(parcel.name).isTrue();
    }
  }

  private static List<JsonObject> accepted(RunningServer server) {
    return server.deposits().stream()
        .filter(deposit -> deposit.getString("status").equals("accepted"))
        .toList();
  }

  /** A file that had to be put anew may have been known, which is answered once more. */
  private static void assertAnsweredOnce(Parcel parcel, List<String> outbox) {
    assertThat(outbox)
        .filteredOn(name -> name.startsWith("Accuse_de_traitement_" + parcel.name))
        .hasSize(1);
    assertThat(outbox)
        .filteredOn(name -> name.startsWith("Accuse_de_reception_" + parcel.name))
        .hasSizeBetween(1, parcel.tries);
    Await.until("mails on " + parcel.name, () -> mails(parcel) >= 2);
    assertThat(mails(parcel)).isBetween(2L, 2L * parcel.tries);
  }

  private static long mails(Parcel parcel) {
    return Mails.to(parcel.sender).stream()
        .filter(mail -> mail.subject().contains(parcel.name))
        .count();
  }

  private static void assertNothingIsDoubled(RunningServer server, List<Parcel> parcels) {
    List<JsonObject> deposits = server.deposits();
    assertThat(deposits)
        .hasSameSizeAs(parcels)
        .allMatch(deposit -> deposit.getInt("accepted") == PASSAGES)
        .allMatch(deposit -> deposit.getInt("rejected") == 0);
    assertThat(deposits)
        .extracting(deposit -> deposit.getJsonNumber("number").longValue())
        .doesNotHaveDuplicates();
    assertThat(deposits).extracting(deposit -> deposit.getString("sha256")).doesNotHaveDuplicates();
  }

  /** What no door shows, read from the database of the stopped server. */
  private static void assertRowsAreWhole(RunningServer server, List<Parcel> parcels) {
    int files = parcels.size();
    try (Rows rows = Rows.of(server)) {
      assertThat(rows.count("select count(*) from accepted_key")).isEqualTo(files * PASSAGES);
      assertThat(
              rows.count(
                  "select count(*) from receipt r join deposit d on d.id = r.subject"
                      + " where r.kind = 'PROCESSING'"))
          .isEqualTo(files);
      assertThat(
              rows.count(
                  "select count(*) from receipt r join deposit d on d.id = r.subject"
                      + " where r.kind = 'RECEPTION'"))
          .isEqualTo(files);
      assertThat(
              rows.count(
                  "select count(*) from passage_verdict v join deposit d on d.attempt = v.attempt"
                      + " where v.outcome = 'OK'"))
          .isEqualTo(files * PASSAGES);
      assertThat(rows.count("select count(*) from deposit where failures > 0"))
          .as("deposits that failed, and why:%n%s", failuresIn(server))
          .isZero();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the server's log says of technical failures: the beginning of each, without its trace. */
  private static String failuresIn(RunningServer server) throws IOException {
    try (Stream<String> log = Files.lines(server.data().resolve("server/log/server.log"))) {
      return log.filter(line -> line.contains("DEP-901"))
          .map(line -> line.substring(0, Math.min(line.length(), TOLD_OF_A_FAILURE)))
          .collect(Collectors.joining("\n"));
    }
  }

  /** Zero while it isn't there. */
  private static long sizeOf(Member member, String folder, String name) {
    return member
        .sftp("-ls -l " + folder)
        .out()
        .lines()
        .filter(line -> line.endsWith(name))
        .map(line -> line.strip().split(" +", -1)[4])
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
