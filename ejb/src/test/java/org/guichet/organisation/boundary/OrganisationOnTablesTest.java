package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The component on its real tables: what crosses transactions is there in the next one. */
class OrganisationOnTablesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final FakeClock clock = FakeClock.at(OrganisationSamples.NOON);
  private final OrganisationDesk desk = OrganisationDesk.on(DATABASE, clock, new CountingIds());

  @Test
  void aDepositorWithAMandateSignsInAndMayDeposit() {
    OrganisationView certifier = DATABASE.inTransaction(() -> desk.certifier("AAAAAAAA", "C-1"));
    OrganisationView depositor = DATABASE.inTransaction(() -> desk.depositor("BBBBBBBB"));
    DATABASE.inTransaction(
        () ->
            desk.mandates()
                .add(
                    OPERATOR,
                    certifier.matricule(),
                    depositor.matricule(),
                    LocalDate.of(2026, 11, 21),
                    Optional.empty()));
    Caller key = DATABASE.inTransaction(() -> desk.key(depositor, "k", ED25519, KeyScope.DEPOSIT));
    DATABASE.inTransaction(() -> desk.signIn().used(key));

    // Outside any transaction, as a door asks.
    assertThat(desk.signIn().mayStay(key)).isTrue();
    assertThat(desk.permissions().allows(key, Permission.DEPOSIT_DROP, depositor.id())).isTrue();
    assertThat(
            desk.rights()
                .judge(
                    Caller.system("checking"),
                    depositor.id(),
                    "BBBBBBBB",
                    "AAAAAAAA",
                    "C-1",
                    clock.instant())
                .rightful())
        .isTrue();

    DATABASE.inTransaction(() -> desk.register().suspend(OPERATOR, depositor.matricule()));
    assertThat(desk.signIn().mayStay(key)).isFalse();
    List<MandateView> mandates = desk.mandates().list(OPERATOR, depositor.matricule());
    assertThat(mandates).extracting(MandateView::inForce).containsExactly(true);
  }

  /** Clients hold many sessions with one key, and somebody may stop it then. */
  @RepeatedTest(5)
  void aKeyIsNotedAsUsedByManyAtOnceAndStoppedMeanwhile() throws Exception {
    OrganisationView certifier = DATABASE.inTransaction(() -> desk.certifier("AAAAAAAA", "C-1"));
    Caller key = DATABASE.inTransaction(() -> desk.key(certifier, "k", ED25519, KeyScope.DEPOSIT));
    int many = 6;
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int n = 0; n < many; n++) {
        boolean stops = n == 0;
        done.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return DATABASE.inNewTransaction(
                      () -> {
                        if (stops) {
                          return desk.keys().stop(OPERATOR, certifier.matricule(), "k");
                        }
                        desk.signIn().used(key);
                        return true;
                      });
                }));
      }
      for (Future<Boolean> each : done) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(desk.signIn().mayStay(key)).isFalse();
  }
}
