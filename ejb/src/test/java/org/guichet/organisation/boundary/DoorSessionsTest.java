package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.util.List;
import java.util.UUID;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.organisation.entity.SftpSessionView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

class DoorSessionsTest {
  private static final UUID SESSION = new UUID(7, 1);

  private final OrganisationDesk desk =
      OrganisationDesk.inMemory(FakeClock.at(NOON), new CountingIds());
  private final OrganisationView alice = desk.depositor("AAAAAAAA");
  private final OrganisationView bob = desk.depositor("BBBBBBBB");
  private final Caller machine = desk.key(alice, "serveur", ED25519, KeyScope.DEPOSIT);

  private List<SftpSessionView> shown() {
    return desk.doorSessions().list(OPERATOR, alice.matricule());
  }

  private boolean goesOn() {
    return desk.signIn().goesOn(machine, SESSION, NOON);
  }

  @Test
  void showsWhoIsInOnceItsDoorLookedAtIt() {
    assertThat(shown()).isEmpty();
    assertThat(goesOn()).isTrue();
    assertThat(goesOn()).isTrue();
    assertThat(shown())
        .containsExactly(new SftpSessionView(SESSION, "serveur", false, "192.0.2.7", NOON, false));
    desk.signIn().left(machine, SESSION);
    assertThat(shown()).isEmpty();
  }

  @Test
  void showsTheFingerprintOfACertificate() {
    Caller certified =
        new Caller(
            new Caller.Actor.Certificate("SHA256:abc", alice.id()), Channel.SFTP, "192.0.2.8");
    assertThat(desk.signIn().goesOn(certified, SESSION, NOON)).isTrue();
    assertThat(shown())
        .containsExactly(
            new SftpSessionView(SESSION, "SHA256:abc", true, "192.0.2.8", NOON, false));
  }

  @Test
  void putsOneOutAndLetsItsKeyInAgain() {
    goesOn();
    assertThat(desk.doorSessions().end(OPERATOR, alice.matricule(), SESSION)).isTrue();
    assertThat(desk.doorSessions().end(OPERATOR, alice.matricule(), SESSION)).isFalse();
    assertThat(shown()).extracting(SftpSessionView::ending).containsExactly(true);
    assertThat(goesOn()).isFalse();
    assertThat(desk.signIn().goesOn(machine, new UUID(7, 2), NOON)).isTrue();
    assertThat(desk.audit().written())
        .anyMatch(written -> written.action().equals("KEY_SESSION_ENDED"));
  }

  @Test
  void endsNothingOfAnotherOrganisationNorForWhoeverMayNot() {
    goesOn();
    assertThat(desk.doorSessions().end(OPERATOR, bob.matricule(), SESSION)).isFalse();
    Caller visitor = Caller.visitor("192.0.2.7");
    assertThatThrownBy(() -> desk.doorSessions().end(visitor, alice.matricule(), SESSION))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> desk.doorSessions().list(visitor, alice.matricule()))
        .isInstanceOf(RefusedException.class);
    desk.signIn().left(desk.key(bob, "b", ED25519, KeyScope.DEPOSIT), SESSION);
    assertThat(goesOn()).isTrue();
    assertThat(shown()).hasSize(1);
  }

  @Test
  void endsWithItsKeyTooAndIsNotedForNobodyWhoMayNotStay() {
    desk.keys().stop(OPERATOR, alice.matricule(), "serveur");
    assertThat(goesOn()).isFalse();
    assertThat(shown()).isEmpty();
  }
}
