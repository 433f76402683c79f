package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
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
}
