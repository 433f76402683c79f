package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.AddPasswordOutcome;
import org.guichet.organisation.entity.KeyKind;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.NewPassword;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Settings.Secret;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.Test;

/** Technical passwords, from being made to being stopped. */
class MachinePasswordsTest {
  private static final String HOME = "192.0.2.7";

  private final FakeClock clock = FakeClock.at(OrganisationSamples.NOON);
  private final OrganisationDesk desk = OrganisationDesk.inMemory(clock, new CountingIds());
  private final OrganisationView alice = desk.depositor("AAAAAAAA");
  private final OrganisationView bob = desk.depositor("BBBBBBBB");
  private final KeyRing keys = desk.keys();
  private final KeySignIn signIn = desk.signIn();

  private static NewPassword terms(String name, String... sources) {
    return new NewPassword(name, Set.of(KeyScope.DEPOSIT), Optional.empty(), List.of(sources));
  }

  private Secret make(OrganisationView organisation, NewPassword terms) {
    return keys.addPassword(OPERATOR, organisation.matricule(), terms)
        .fold(
            added -> added.password(),
            refused -> {
              throw new AssertionError(refused.mistakes());
            });
  }

  private boolean in(String name, String password, String address) {
    return signIn.signIn(name, new Secret(password), address).isPresent();
  }

  /** Same name, another secret: what a guesser would send who knows all but that. */
  private static String guess(Secret password, int number) {
    String tail = "%04d".formatted(number);
    String right = password.value();
    String guess = right.substring(0, right.length() - tail.length()) + tail;
    return guess.equals(right) ? right.substring(0, right.length() - 4) + "vvvv" : guess;
  }

  @Test
  void opensForItsOrganisationWithItsScopesUntilItIsStopped() {
    Secret password = make(alice, terms("robot"));
    KeySignIn.SignedIn in = signIn.signIn("aaaaaaaa", password, HOME).orElseThrow();
    Caller caller = new Caller(in.actor(), Channel.SFTP, HOME);

    assertThat(in.scopes()).containsExactly(KeyScope.DEPOSIT);
    assertThat(signIn.mayStay(caller)).isTrue();
    signIn.used(caller);
    KeyView view = keys.list(OPERATOR, alice.matricule()).get(0);
    assertThat(view.kind()).isEqualTo(KeyKind.PASSWORD);
    assertThat(password.value()).startsWith(view.fingerprint()).hasSize(44);
    assertThat(view.lastUsedFrom()).contains(HOME);

    keys.stop(OPERATOR, alice.matricule(), "robot");
    assertThat(signIn.mayStay(caller)).isFalse();
    assertThat(in("AAAAAAAA", password.value(), HOME)).isFalse();
  }

  @Test
  void isShownOnceAndKeptAsAHash() {
    Secret password = make(alice, terms("robot"));

    assertThat(
            keys.addPassword(OPERATOR, alice.matricule(), terms("robot"))
                .<List<String>>fold(
                    added -> List.of(),
                    refused -> refused.mistakes().stream().map(m -> m.code().name()).toList()))
        .containsExactly("KEY_NAME_TAKEN");
    assertThat(make(alice, terms("other")).value()).isNotEqualTo(password.value());
    assertThat(keys.list(OPERATOR, alice.matricule()).toString())
        .doesNotContain(password.value().substring(12));
    assertThat(password).hasToString("(secret)");
  }

  @Test
  void refusesWhatIsWrongInAnyWay() {
    Secret password = make(alice, terms("robot", "192.0.2.0/24"));
    String right = password.value();

    assertThat(in("AAAAAAAA", right, HOME)).isTrue();
    assertThat(in("AAAAAAAA", right, "198.51.100.1")).isFalse();
    assertThat(in("BBBBBBBB", right, HOME)).isFalse();
    assertThat(in("nobody", right, HOME)).isFalse();
    for (String wrong :
        List.of("", " ", right + "0", right.substring(1), " " + right, guess(password, 1))) {
      assertThat(in("AAAAAAAA", wrong, HOME)).as(wrong).isFalse();
    }
    desk.register().suspend(OPERATOR, alice.matricule());
    assertThat(in("AAAAAAAA", right, HOME)).isFalse();
  }

  @Test
  void expires() {
    Secret password =
        make(
            alice,
            new NewPassword(
                "robot",
                Set.of(KeyScope.DEPOSIT),
                Optional.of(clock.instant().plus(Duration.ofDays(1))),
                List.of()));
    assertThat(in("AAAAAAAA", password.value(), HOME)).isTrue();
    clock.advance(Duration.ofDays(1));
    assertThat(in("AAAAAAAA", password.value(), HOME)).isFalse();
  }

  @Test
  void letsTheOwnerInWhileOthersGuessAndOnlyFromWhereItIsKnown() {
    Secret password = make(alice, terms("robot"));
    Secret another = make(bob, terms("robot"));
    KeySignIn.SignedIn in = signIn.signIn("AAAAAAAA", password, HOME).orElseThrow();
    signIn.used(new Caller(in.actor(), Channel.SFTP, HOME));
    for (int i = 0; i < 100; i++) {
      assertThat(in("AAAAAAAA", guess(password, i), "198.51.100." + i % 50)).isFalse();
    }

    assertThat(in("AAAAAAAA", password.value(), "203.0.113.1")).isFalse();
    assertThat(in("AAAAAAAA", password.value(), HOME)).isTrue();
    assertThat(in("BBBBBBBB", another.value(), "198.51.100.1")).isTrue();
    assertThat(in("AAAAAAAA", password.value(), HOME)).isTrue();
  }

  @Test
  void isNeitherMadeNorTakenWhereTheSettingDoesNotAllowIt() {
    Secret password = make(alice, terms("robot"));
    KeyRing closed = desk.keys();
    closed.settings = TestSettings.in(Path.of("target"));
    KeySignIn closedDoor = desk.signIn();
    closedDoor.settings = closed.settings;

    AddPasswordOutcome outcome = closed.addPassword(OPERATOR, alice.matricule(), terms("other"));

    assertThat(
            outcome.<List<String>>fold(
                added -> List.of(),
                refused -> refused.mistakes().stream().map(m -> m.code().name()).toList()))
        .containsExactly("PASSWORDS_NOT_TAKEN");
    assertThat(closedDoor.signIn("AAAAAAAA", password, HOME)).isEmpty();
  }
}
