package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.OrganisationSamples.ECDSA_256;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.NewKey;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

class KeyRemindingTest {
  private static final Matricule DEPOSITOR = new Matricule("BBBBBBBB");
  private static final Caller TIMER = Caller.system("test");

  private final FakeClock clock = FakeClock.at(NOON);
  private final OrganisationDesk desk = OrganisationDesk.inMemory(clock, new CountingIds());
  private final KeyReminding reminding = desk.reminding();

  KeyRemindingTest() {
    desk.depositor("BBBBBBBB");
  }

  private void add(String name, String text, Instant end) {
    NewKey data = new NewKey(name, text, KeyScope.USUAL, Optional.of(end), List.of());
    desk.keys().add(OPERATOR, DEPOSITOR, data);
  }

  private void passDays(int days) {
    clock.advance(Duration.ofDays(days));
  }

  @Test
  void remindsThirtySevenAndOneDayBeforeTheEndOnceEach() {
    add("serveur", ED25519, NOON.plus(Duration.ofDays(40)));
    assertThat(reminding.remind(TIMER)).isZero();
    for (int days : List.of(10, 23, 6)) {
      passDays(days);
      assertThat(reminding.remind(TIMER)).isEqualTo(1);
      assertThat(reminding.remind(TIMER)).isZero();
    }
    passDays(2);
    assertThat(reminding.remind(TIMER)).isZero();
    assertThat(desk.mails().sent()).hasSize(3).containsOnly("key.expiry contact@bbbbbbbb.example");
    assertThat(desk.mails().last().arguments())
        .containsEntry("name", "serveur")
        .containsEntry("lastDay", "31 décembre 2026")
        .containsEntry("used", "-");
  }

  @Test
  void sendsTheLatestOnlyAfterALongStandstill() {
    add("serveur", ED25519, NOON.plus(Duration.ofDays(40)));
    passDays(39);
    assertThat(reminding.remind(TIMER)).isEqualTo(1);
    assertThat(reminding.remind(TIMER)).isZero();
  }

  @Test
  void leavesAloneWhoeverJustChoseAnEndThatIsNear() {
    add("serveur", ED25519, NOON.plus(Duration.ofDays(5)));
    assertThat(reminding.remind(TIMER)).isZero();
    passDays(4);
    assertThat(reminding.remind(TIMER)).isEqualTo(1);
  }

  @Test
  void saysNothingOfAStoppedKey() {
    add("serveur", ED25519, NOON.plus(Duration.ofDays(40)));
    desk.keys().stop(OPERATOR, DEPOSITOR, "serveur");
    passDays(20);
    assertThat(reminding.remind(TIMER)).isZero();
  }

  @Test
  void remindsOfTheEndThatAReplacedKeyGot() {
    add("ancienne", ED25519, NOON.plus(Duration.ofDays(400)));
    NewKey next = new NewKey("neuve", ECDSA_256, KeyScope.USUAL, Optional.empty(), List.of());
    desk.keys().replace(OPERATOR, DEPOSITOR, "ancienne", NOON.plus(Duration.ofDays(14)), next);
    assertThat(reminding.remind(TIMER)).isZero();
    passDays(7);
    assertThat(reminding.remind(TIMER)).isEqualTo(1);
  }

  @Test
  void isTheSystemsOwnWork() {
    Caller visitor = Caller.visitor("192.0.2.7");
    assertThatThrownBy(() -> reminding.remind(visitor)).isInstanceOf(RefusedException.class);
  }
}
