package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.guichet.platform.entity.Sha256;
import org.jboss.byteman.rule.Rule;
import org.junit.jupiter.api.Test;

/**
 * Clients drop files without a pause while the server is killed again and again, at named places
 * and at random; what they were told is compared with what is there afterwards. {@code ./guichet
 * test kill} is the large one; the ordinary suite runs a tenth of it, two kills of which are {@link
 * KillST}'s.
 */
@OwnServer
class KillCampaignST {
  private static final boolean LARGE =
      Boolean.getBoolean("guichet.nightly") || Boolean.getBoolean("guichet.kill");
  private static final int UPLOADS =
      Integer.getInteger("guichet.kill.uploads", LARGE ? 1_000 : 100);
  private static final int KILLS = Integer.getInteger("guichet.kill.kills", LARGE ? 200 : 18);
  private static final int CUTS = Integer.getInteger("guichet.kill.cuts", LARGE ? 500 : 50);

  /**
   * The ordinary suite dies at the same places each time; new ones are for the campaign to find.
   */
  private static final long SEED =
      Long.getLong("guichet.seed", LARGE ? System.nanoTime() & 0xffffffL : 334_253);

  /** A mail server that went away is tried again after a minute or two. */
  private static final Duration MAILS_WITHIN = Duration.ofMinutes(6);

  private static final Duration DEATH_WITHIN = Duration.ofSeconds(100);
  private static final int LATEST_RANDOM_KILL_MILLIS = 4_000;
  private static final int LATEST_PASSING = 3;
  private static final int CUTTERS = 4;

  /** Longer than a check takes, so that lanes run dry between two files. */
  private static final Duration PAUSE_OF_CLIENTS = Duration.ofSeconds(3);

  /** A timer passes it, which keeps the ordinary suite waiting. */
  private static final EnumSet<KillPoint> SELDOM_PASSED = EnumSet.of(KillPoint.SPOOL_SWEEP);

  private final Random random = new Random(SEED);
  private final Queue<Parcel> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger number = new AtomicInteger();

  /** A file on its way: put anew until it is answered OK. Its number makes its bytes. */
  record Parcel(LoadClient sender, int number, int passages, boolean renaming) {
    String name() {
      return "lot-" + number + ".xml";
    }

    byte[] bytes() {
      return sender
          .member()
          .fileFor(sender.member())
          .idFlux("F-" + number)
          .passages(passages)
          .passage(p -> FluxSamples.passage(number + "-" + p, FluxSamples.titulaire(p)))
          .bytes();
    }

    String sha256() {
      return Sha256.of(bytes()).hex();
    }
  }

  @Test
  void losesNothingDoublesNothingAndAnswersOnceHoweverItDies() {
    System.out.printf(
        "kill campaign: %d uploads, %d kills, seed %d (-Dguichet.seed=…)%n", UPLOADS, KILLS, SEED);
    try (MailServer mail = MailServer.start();
        RunningServer server = RunningServer.prepared("campaign").with(mail.settings())) {
      server.start();
      List<LoadClient> clients =
          List.of("fr", "en", "fr").stream()
              .map(language -> LoadClient.of(Member.of(server, language)))
              .toList();
      server.cli("stop").done();
      try (ClientLedger ledger = new ClientLedger(server.clients().resolve("ledger"))) {
        List<Parcel> all = new ArrayList<>();
        List<KillPoint> points = points();
        for (int kill = 1; kill <= KILLS; kill++) {
          List<Parcel> more = parcels(clients, UPLOADS * kill / KILLS - all.size());
          all.addAll(more);
          waiting.addAll(more);
          round(server, mail, clients, ledger, points.get(kill - 1), kill);
        }
        server.start();
        putTheRest(ledger);
        new CampaignCheck(server, mail, ledger).holds(all, MAILS_WITHIN);
      } finally {
        clients.forEach(LoadClient::close);
      }
    }
  }

  @Test
  void takesNoFileThatWasCutAndTellsOfEach() {
    System.out.printf("cuts: %d, seed %d (-Dguichet.seed=…)%n", CUTS, SEED);
    try (MailServer mail = MailServer.start();
        RunningServer server = RunningServer.prepared("cuts").with(mail.settings())) {
      server.start();
      LoadClient client = LoadClient.of(Member.of(server, "fr"));
      try {
        byte[] bytes = client.member().fileFor(client.member()).passages(40).bytes();
        ExecutorService cutters = Executors.newFixedThreadPool(CUTTERS);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int cut = 1; cut <= CUTS; cut++) {
          String name = "coupe-" + cut + ".xml";
          int after = 1 + random.nextInt(bytes.length - 1);
          names.add(name);
          running.add(CompletableFuture.runAsync(() -> cut(client, name, bytes, after), cutters));
        }
        running.forEach(CompletableFuture::join);
        cutters.shutdown();

        Await.until(
            "all cut uploads in /incomplets",
            () -> client.member().names("/incomplets").containsAll(names));
        assertThat(server.deposits()).isEmpty();
        CampaignCheck.within(
            MAILS_WITHIN,
            "a mail on each cut upload",
            () -> {
              List<String> subjects =
                  mail.arrived().stream().map(MailServer.Arrived::subject).toList();
              return names.stream()
                  .allMatch(name -> subjects.stream().anyMatch(s -> s.contains(name)));
            });
        assertThat(server.cli("reconcile", "--deep").done().out()).isNotBlank();
        System.out.printf("cuts: %d cut, 0 taken, %d told%n", CUTS, names.size());
      } finally {
        client.close();
      }
    }
  }

  private void cut(LoadClient client, String name, byte[] bytes, int after) {
    try (CuttingProxy line = new CuttingProxy(client.member().server().sftpPort())) {
      client.putThroughACut(line.port(), name, bytes, () -> line.cutAfter(after));
    }
  }

  /** Each named place at least once when there are enough kills; every fourth at random. */
  private List<KillPoint> points() {
    List<KillPoint> points = new ArrayList<>();
    while (points.size() < KILLS) {
      List<KillPoint> each =
          new ArrayList<>(
              LARGE ? EnumSet.allOf(KillPoint.class) : EnumSet.complementOf(SELDOM_PASSED));
      Collections.shuffle(each, random);
      points.addAll(each);
    }
    String only = System.getProperty("guichet.kill.point");
    return only == null ? points : Collections.nCopies(KILLS, KillPoint.valueOf(only));
  }

  private List<Parcel> parcels(List<LoadClient> clients, int many) {
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      parcels.add(parcel(clients.get(random.nextInt(clients.size()))));
    }
    return parcels;
  }

  private Parcel parcel(LoadClient sender) {
    return new Parcel(
        sender, number.incrementAndGet(), 1 + random.nextInt(50), random.nextInt(3) == 0);
  }

  /** One life of the server, from its start to its kill. */
  private void round(
      RunningServer server,
      MailServer mail,
      List<LoadClient> clients,
      ClientLedger ledger,
      KillPoint point,
      int kill) {
    boolean named = kill % 4 != 0 || System.getProperty("guichet.kill.point") != null;
    int time = 1 + random.nextInt(point == KillPoint.SPOOL_SWEEP ? 1 : LATEST_PASSING);
    boolean mailless = LARGE && kill % 25 == 0;
    if (mailless) {
      mail.goDown();
    }
    server.tryToStart(named ? agent(server, point, time) : "");
    Duration pause = named && point.wantsPauses() ? PAUSE_OF_CLIENTS : Duration.ZERO;
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2 * clients.size());
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (LoadClient client : clients) {
      running.add(CompletableFuture.runAsync(() -> drop(client, ledger, pause, over), threads));
      running.add(CompletableFuture.runAsync(() -> acknowledge(client, over), threads));
    }
    if (named) {
      CampaignCheck.within(
          DEATH_WITHIN,
          "death at " + point + ", passing " + time + ": is that place still in the code?",
          () -> server.running().isEmpty());
    } else {
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LATEST_RANDOM_KILL_MILLIS)).toNanos());
      server.kill();
    }
    over.set(true);
    running.forEach(CompletableFuture::join);
    threads.shutdown();
    if (mailless) {
      mail.comeBack();
    }
    System.out.printf(
        "kill %d of %d: %s, %d answered OK so far%n",
        kill, KILLS, named ? point + "/" + time : "at random", ledger.lines().size());
  }

  /** Its own parcels, and others once there are none, so that every place is passed. */
  private void drop(LoadClient client, ClientLedger ledger, Duration pause, AtomicBoolean over) {
    while (!over.get()) {
      Parcel mine =
          waiting.stream()
              .filter(parcel -> parcel.sender().equals(client))
              .findFirst()
              .orElseGet(() -> extra(client));
      boolean kept = put(mine, ledger);
      LockSupport.parkNanos(kept ? pause.toNanos() : Duration.ofMillis(50).toNanos());
    }
  }

  private Parcel extra(LoadClient client) {
    int n = number.incrementAndGet();
    return new Parcel(client, n, 1, n % 3 == 0);
  }

  private boolean put(Parcel parcel, ClientLedger ledger) {
    try {
      parcel.sender().put(parcel.name(), parcel.bytes(), parcel.renaming());
      ledger.ok(parcel.sender().member().matricule(), parcel.name(), parcel.sha256());
      waiting.remove(parcel);
      return true;
    } catch (IOException e) {
      return false; // not answered OK: later again
    }
  }

  private static void acknowledge(LoadClient client, AtomicBoolean over) {
    while (!over.get()) {
      try {
        client.acknowledgeOne();
      } catch (IOException e) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  private void putTheRest(ClientLedger ledger) {
    for (Parcel parcel : List.copyOf(waiting)) {
      Await.until("OK to " + parcel.name(), () -> put(parcel, ledger));
    }
  }

  /** An option of the server's JVM that hangs the kill on its place. */
  private static String agent(RunningServer server, KillPoint point, int time) {
    try {
      Path rules = server.clients().resolve("kill.btm");
      Files.writeString(rules, point.rule(time));
      Path jar = Path.of(Rule.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return "-javaagent:" + jar + "=script:" + rules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
