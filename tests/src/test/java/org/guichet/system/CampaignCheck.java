package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what clients were told with what is there: deposits, rows, store, outboxes, mails. */
record CampaignCheck(RunningServer server, MailServer mail, ClientLedger ledger) {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int TOLD_OF_A_FAILURE = 2_000;

  static void within(Duration limit, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited " + limit + " in vain: " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Returns when all of it holds. */
  void holds(List<KillCampaignST.Parcel> parcels, Duration mailsWithin) {
    Map<String, Integer> passages =
        parcels.stream()
            .collect(
                Collectors.toMap(KillCampaignST.Parcel::sha256, KillCampaignST.Parcel::passages));
    within(
        mailsWithin,
        "verdicts on all deposits",
        () -> all().stream().allMatch(deposit -> !deposit.isNull("decidedAt")));
    List<JsonObject> deposits = all();

    // Lost: an OK without its deposit. Doubled: bytes that became two.
    Set<String> known = digests(deposits);
    Set<String> told =
        ledger.lines().stream().map(line -> line.split(" ", -1)[2]).collect(Collectors.toSet());
    assertThat(told).containsAll(passages.keySet());
    assertThat(known).as("deposits of all that was answered OK").containsAll(told);
    assertThat(deposits).extracting(deposit -> deposit.getString("sha256")).doesNotHaveDuplicates();
    for (JsonObject deposit : deposits) {
      Integer expected = passages.get(deposit.getString("sha256"));
      if (expected != null) {
        assertThat(deposit.getInt("accepted")).as(deposit.toString()).isEqualTo(expected);
      }
    }

    within(mailsWithin, "no difference", () -> server.cli("reconcile", "--deep").exit() == 0);
    server.cli("reconcile", "--deep", "--json").done();
    Map<String, String> receipts = receiptsByDigest(mailsWithin);
    mails(receipts);
    System.out.printf(
        "campaign: %d answered OK, %d deposits, 0 lost, 0 doubled; %d receipts, %d mails%n",
        told.size(), deposits.size(), receipts.size(), mail.arrived().size());
  }

  private List<JsonObject> all() {
    return server
        .ask("deposits", "--limit", "10000")
        .getJsonArray("rows")
        .getValuesAs(JsonObject.class);
  }

  private static Set<String> digests(List<JsonObject> deposits) {
    return deposits.stream()
        .map(deposit -> deposit.getString("sha256"))
        .collect(Collectors.toSet());
  }

  /** Numbers of receipts by the digest of their bytes; counted when no mail waits any more. */
  private Map<String, String> receiptsByDigest(Duration mailsWithin) {
    Map<String, String> receipts = new HashMap<>();
    long end = System.nanoTime() + mailsWithin.toNanos();
    int waiting = 1;
    while (waiting > 0) {
      assertThat(System.nanoTime()).as("mails are still waiting").isLessThan(end);
      within(mailsWithin, "mails that stop coming", this::quiet);
      server.cli("stop").done();
      try (Rows rows = Rows.of(server)) {
        waiting = rows.count("select count(*) from notice where status = 'WAITING'");
        assertThat(
                rows.count("select count(*) from notice where status not in ('WAITING', 'SENT')"))
            .isZero();
        pairs(rows);
        nothingFailed(rows);
        receipts.clear();
        receipts.putAll(rows.pairs("select sha256, number from receipt"));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      server.start();
    }
    return receipts;
  }

  private boolean quiet() {
    int before = mail.arrived().size();
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    return mail.arrived().size() == before;
  }

  private static void pairs(Rows rows) throws SQLException {
    int deposits = rows.count("select count(*) from deposit");
    for (String kind : List.of("RECEPTION", "PROCESSING")) {
      assertThat(
              rows.count(
                  "select count(*) from deposit d join receipt r on r.subject = d.id"
                      + " where r.kind = '"
                      + kind
                      + "'"))
          .as("receipts " + kind)
          .isEqualTo(deposits);
    }
    assertThat(rows.count("select count(*) from duplicate_drop where not processing_answered"))
        .isZero();
    assertThat(rows.count("select count(*) from accepted_key"))
        .isEqualTo(rows.count("select coalesce(sum(accepted), 0) from deposit"));
    assertThat(
            rows.count(
                "select count(*) from passage_verdict v join deposit d on d.attempt = v.attempt"
                    + " where v.outcome = 'OK'"))
        .as("verdicts")
        .isEqualTo(rows.count("select count(*) from accepted_key"));
    assertThat(rows.count("select count(*) from deposit_lane where holder is not null")).isZero();
  }

  /** A kill is no fault of a file's: what was told of one is told here. */
  private void nothingFailed(Rows rows) throws SQLException {
    assertThat(rows.count("select count(*) from deposit where failures > 0"))
        .as("deposits that failed, and why:%n%s", failures())
        .isZero();
  }

  /** What the server's log says of technical failures: the beginning of each, without its trace. */
  private String failures() {
    try (Stream<String> log = Files.lines(server.data().resolve("server/log/server.log"))) {
      return log.filter(line -> line.contains("DEP-901"))
          .map(line -> line.substring(0, Math.min(line.length(), TOLD_OF_A_FAILURE)))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each receipt at least once; a repeat has the same Message-ID, and never another receipt. */
  private void mails(Map<String, String> receipts) {
    Map<String, String> receiptOf = new HashMap<>();
    Set<String> mailed = new HashSet<>();
    for (MailServer.Arrived arrived : mail.arrived()) {
      for (String digest : arrived.attachments()) {
        String number = receipts.get(digest);
        assertThat(number).as("receipt in the mail " + arrived).isNotNull();
        String before = receiptOf.putIfAbsent(arrived.id(), number);
        assertThat(before == null ? number : before).as(arrived.id()).isEqualTo(number);
        mailed.add(number);
      }
    }
    assertThat(mailed).as("receipts that were mailed").containsAll(receipts.values());
  }
}
