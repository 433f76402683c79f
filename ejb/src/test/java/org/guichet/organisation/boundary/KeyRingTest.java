package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.organisation.OrganisationSamples.ECDSA_256;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.OrganisationSamples.ED25519_FINGERPRINT;
import static org.guichet.organisation.OrganisationSamples.key;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Network;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Instant NOON = OrganisationSamples.NOON;

  private final FakeClock clock = FakeClock.at(NOON);
  private final OrganisationDesk desk = OrganisationDesk.inMemory(clock, new CountingIds());
  private final OrganisationView alice = desk.depositor("AAAAAAAA");
  private final OrganisationView bob = desk.depositor("BBBBBBBB");
  private final KeyRing keys = desk.keys();

  private String add(OrganisationView organisation, NewKey data) {
    return keys.add(OPERATOR, organisation.matricule(), data)
        .fold(
            added -> "added " + added.key().fingerprint(),
            already -> "already " + already.key().name(),
            refused ->
                refused.mistakes().stream()
                    .map(m -> m.field() + ":" + m.code() + m.arguments())
                    .toList()
                    .toString());
  }

  private static byte[] wire(String line) {
    return Base64.getDecoder().decode(line.split(" ", -1)[1]);
  }

  @Test
  void aKeyThatWasAddedSignsIn() {
    assertThat(add(alice, key("serveur", ED25519, KeyScope.DEPOSIT)))
        .isEqualTo("added " + ED25519_FINGERPRINT);
    KeySignIn.SignedIn in =
        desk.signIn().signIn("aaaaAAAA", wire(ED25519), "192.0.2.7").orElseThrow();
    assertThat(in.organisation()).isEqualTo(alice.id());
    assertThat(in.scopes()).containsExactly(KeyScope.DEPOSIT);
  }

  private String replace(String replaced, NewKey data, Instant until) {
    return keys.replace(OPERATOR, alice.matricule(), replaced, until, data)
        .fold(
            added -> "added",
            already -> "already",
            refused -> refused.mistakes().get(0).code().name());
  }

  @Test
  void aReplacedKeyGetsInUntilItsEndBesideTheNewOne() {
    add(alice, key("ancienne", ED25519, KeyScope.DEPOSIT));
    Instant end = NOON.plus(Duration.ofDays(14));
    NewKey next = key("neuve", ECDSA_256, KeyScope.DEPOSIT);
    assertThat(replace("ancienne", next, end)).isEqualTo("added");
    assertThat(replace("ancienne", next, end.plusSeconds(9))).as("again").isEqualTo("already");

    KeySignIn signIn = desk.signIn();
    assertThat(signIn.signIn("AAAAAAAA", wire(ED25519), "192.0.2.7")).isPresent();
    assertThat(signIn.signIn("AAAAAAAA", wire(ECDSA_256), "192.0.2.7")).isPresent();
    clock.advance(Duration.ofDays(14));
    assertThat(signIn.signIn("AAAAAAAA", wire(ED25519), "192.0.2.7")).isEmpty();
    assertThat(signIn.signIn("AAAAAAAA", wire(ECDSA_256), "192.0.2.7")).isPresent();
    assertThat(desk.audit().actions()).containsOnlyOnce("KEY_END_CHANGED");
  }

  @Test
  void aKeyKeepsItsEndWhileTheOneThatReplacesItIsRefused() {
    add(alice, key("ancienne", ED25519, KeyScope.DEPOSIT));
    assertThat(replace("ancienne", key("neuve", "nonsense", KeyScope.DEPOSIT), NOON.plusSeconds(9)))
        .isEqualTo("KEY_UNREADABLE");
    assertThat(keys.list(OPERATOR, alice.matricule()).get(0).expiresAt()).isEmpty();
    assertThatThrownBy(() -> replace("inconnue", key("n", ED25519, KeyScope.DEPOSIT), NOON))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void writesDownWhoAddedAndStoppedWhat() {
    add(alice, key("serveur", ED25519, KeyScope.DEPOSIT));
    keys.stop(OPERATOR, alice.matricule(), "serveur");
    assertThat(desk.audit().actions())
        .containsExactlyInAnyOrder(
            "ORGANISATION_ADDED", "ORGANISATION_ADDED", "KEY_ADDED", "KEY_STOPPED");
    assertThat(desk.audit().written())
        .filteredOn(view -> view.action().equals("KEY_STOPPED"))
        .allSatisfy(
            view -> {
              assertThat(view.organisation()).contains(alice.id());
              assertThat(view.values().after()).containsEntry("name", "serveur");
            });
  }

  @Test
  void addingTheSameAgainChangesNothing() {
    add(alice, key("serveur", ED25519, KeyScope.DEPOSIT));
    assertThat(add(alice, key("serveur", ED25519, KeyScope.DEPOSIT))).isEqualTo("already serveur");
    assertThat(keys.list(OPERATOR, alice.matricule())).hasSize(1);
  }

  @Test
  void saysWhereAKeyOrANameIsKnownFrom() {
    add(alice, key("serveur", ED25519, KeyScope.DEPOSIT));
    assertThat(add(alice, key("autre", ED25519, KeyScope.DEPOSIT)))
        .isEqualTo("[publicKey:KEY_KNOWN_BY_OTHER_NAME[serveur]]");
    assertThat(add(alice, key("serveur", ECDSA_256, KeyScope.DEPOSIT)))
        .isEqualTo("[name:KEY_NAME_TAKEN[serveur]]");
    assertThat(add(alice, key("serveur", ED25519, KeyScope.RECEIPTS)))
        .isEqualTo("[publicKey:KEY_DIFFERS[serveur]]");
    assertThat(add(bob, key("serveur", ED25519, KeyScope.RECEIPTS))).startsWith("added");
  }

  @Test
  void aStoppedKeyNeverComesBack() {
    add(alice, key("serveur", ED25519, KeyScope.DEPOSIT));
    assertThat(keys.stop(OPERATOR, alice.matricule(), "serveur")).isTrue();
    assertThat(keys.stop(OPERATOR, alice.matricule(), "serveur")).isFalse();
    assertThat(add(alice, key("serveur", ED25519, KeyScope.DEPOSIT)))
        .isEqualTo("[publicKey:KEY_STOPPED[serveur]]");
    assertThat(add(alice, key("autre", ED25519, KeyScope.DEPOSIT)))
        .isEqualTo("[publicKey:KEY_STOPPED[serveur]]");
    assertThat(desk.signIn().signIn("AAAAAAAA", wire(ED25519), "-")).isEmpty();
    assertThat(keys.list(OPERATOR, alice.matricule()))
        .extracting(KeyView::status)
        .containsExactly(KeyStatus.STOPPED);
  }

  @Test
  void namesEveryMistakeAtOnce() {
    NewKey data = new NewKey(" ", "nonsense", Set.of(), Optional.of(NOON), List.of());
    assertThat(add(alice, data))
        .isEqualTo(
            "[name:KEY_NAME_BLANK[], scopes:KEY_WITHOUT_SCOPE[], expires:KEY_EXPIRED_ALREADY[],"
                + " publicKey:KEY_UNREADABLE[]]");
    assertThat(keys.list(OPERATOR, alice.matricule())).isEmpty();
  }

  @Test
  void aKeyGetsInBeforeItsEndOnly() {
    Instant end = NOON.plus(Duration.ofDays(1));
    add(alice, new NewKey("k", ED25519, Set.of(KeyScope.DEPOSIT), Optional.of(end), List.of()));
    clock.set(end.minusNanos(1000));
    assertThat(desk.signIn().signIn("AAAAAAAA", wire(ED25519), "-")).isPresent();
    clock.set(end);
    assertThat(desk.signIn().signIn("AAAAAAAA", wire(ED25519), "-")).isEmpty();
    assertThat(keys.list(OPERATOR, alice.matricule()).get(0).status()).isEqualTo(KeyStatus.EXPIRED);
  }

  @Test
  void opensForTheOwnNameOnly() {
    add(alice, key("k", ED25519, KeyScope.DEPOSIT));
    for (String name : List.of("BBBBBBBB", "00000000", "", "root", "AAAAAAAA ")) {
      assertThat(desk.signIn().signIn(name, wire(ED25519), "-")).as(name).isEmpty();
    }
    assertThat(desk.signIn().signIn("AAAAAAAA", wire(ECDSA_256), "-")).isEmpty();
    assertThat(desk.signIn().signIn("AAAAAAAA", new byte[0], "-")).isEmpty();
  }

  @Test
  void stayingEndsWithTheKeyAndWithTheOrganisation() {
    Caller caller = desk.key(alice, "k", ED25519, KeyScope.DEPOSIT);
    assertThat(desk.signIn().mayStay(caller)).isTrue();
    desk.register().suspend(OPERATOR, alice.matricule());
    assertThat(desk.signIn().mayStay(caller)).isFalse();
    assertThat(desk.signIn().signIn("AAAAAAAA", wire(ED25519), "-")).isEmpty();
    desk.register().resume(OPERATOR, alice.matricule());
    assertThat(desk.signIn().mayStay(caller)).isTrue();
    keys.stop(OPERATOR, alice.matricule(), "k");
    assertThat(desk.signIn().mayStay(caller)).isFalse();
    assertThat(desk.signIn().mayStay(OPERATOR)).isFalse();
  }

  @Test
  void notesWhenAndFromWhereAKeyGotIn() {
    Caller caller = desk.key(alice, "k", ED25519, KeyScope.DEPOSIT);
    clock.advance(Duration.ofHours(1));
    desk.signIn().used(caller);
    KeyView key = keys.list(OPERATOR, alice.matricule()).get(0);
    assertThat(key.lastUsedAt()).contains(NOON.plus(Duration.ofHours(1)));
    assertThat(key.lastUsedFrom()).contains("192.0.2.7");
  }

  @Test
  void saysWhichOrganisationOrKeyIsNotThere() {
    assertThatThrownBy(() -> keys.list(OPERATOR, new Matricule("00000000")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_ORGANISATION));
    assertThatThrownBy(() -> keys.stop(OPERATOR, alice.matricule(), "k"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_KEY));
  }

  @Test
  void takesAKeyFromItsOwnAddressesOnly() {
    NewKey data =
        new NewKey(
            "k",
            ED25519,
            Set.of(KeyScope.DEPOSIT),
            Optional.empty(),
            List.of("192.0.2.0/24", "2001:db8::/32"));
    assertThat(add(alice, data)).startsWith("added");
    assertThat(add(alice, data)).isEqualTo("already k");
    assertThat(add(alice, key("k", ED25519, KeyScope.DEPOSIT)))
        .isEqualTo("[publicKey:KEY_DIFFERS[k]]");

    for (String address : List.of("192.0.2.1", "2001:db8:1::1", "::ffff:192.0.2.9")) {
      assertThat(desk.signIn().signIn("AAAAAAAA", wire(ED25519), address)).isPresent();
    }
    for (String address : List.of("192.0.3.1", "2001:db9::1", "?")) {
      assertThat(desk.signIn().signIn("AAAAAAAA", wire(ED25519), address)).isEmpty();
    }
    assertThat(keys.list(OPERATOR, alice.matricule()).get(0).sources())
        .extracting(Network::toString)
        .containsExactly("192.0.2.0/24", "2001:db8::/32");
  }

  @Test
  void saysWhichSourceIsNone() {
    NewKey data =
        new NewKey(
            "k",
            ED25519,
            Set.of(KeyScope.DEPOSIT),
            Optional.empty(),
            List.of("192.0.2.7/24", "::1", "example.org"));

    assertThat(add(alice, data))
        .isEqualTo(
            "[sources:KEY_SOURCE_MALFORMED[192.0.2.7/24],"
                + " sources:KEY_SOURCE_MALFORMED[example.org]]");
  }

  @Test
  void looksNothingMoreUpForAStrangerWhoKeepsOfferingKeysAndSparesOthers() {
    add(alice, key("k", ED25519, KeyScope.DEPOSIT));
    KeySignIn signIn = desk.signIn();
    KeySignIn.SignedIn in = signIn.signIn("AAAAAAAA", wire(ED25519), "192.0.2.7").orElseThrow();
    Caller caller = new Caller(in.actor(), Channel.SFTP, "192.0.2.7");
    signIn.used(caller);
    add(bob, key("k", ED25519, KeyScope.DEPOSIT));
    for (int i = 0; i < 1_000; i++) {
      signIn.signIn("BBBBBBBB", wire(ECDSA_256), "192.0.2.7");
      signIn.signIn("AAAAAAAA", wire(ECDSA_256), "192.0.2.7");
    }

    assertThat(signIn.signIn("BBBBBBBB", wire(ED25519), "192.0.2.7")).isEmpty();
    assertThat(signIn.signIn("BBBBBBBB", wire(ED25519), "192.0.2.8")).isPresent();
    assertThat(signIn.signIn("AAAAAAAA", wire(ED25519), "192.0.2.7")).isPresent();
    clock.advance(Duration.ofSeconds(10));
    assertThat(signIn.signIn("BBBBBBBB", wire(ED25519), "192.0.2.7")).isPresent();
  }

  @Test
  void aCertificateGetsInForItsOrganisationUntilThatOrItsKeyIsStopped() {
    KeySignIn signIn = desk.signIn();
    PublicKey certified = new PublicKey("ssh-ed25519", wire(ED25519));
    KeySignIn.SignedIn in = signIn.signIn("aaaaaaaa", certified, "192.0.2.7").orElseThrow();
    Caller caller = new Caller(in.actor(), Channel.SFTP, "192.0.2.7");

    assertThat(in.scopes()).containsExactlyInAnyOrder(KeyScope.DEPOSIT, KeyScope.RECEIPTS);
    assertThat(caller.organisation()).contains(alice.id());
    assertThat(caller.label()).isEqualTo("certificate:" + ED25519_FINGERPRINT);
    assertThat(signIn.mayStay(caller)).isTrue();
    assertThat(desk.permissions().allows(caller, Permission.DEPOSIT_DROP, alice.id())).isTrue();
    assertThat(desk.permissions().allows(caller, Permission.IMPORT_DROP, alice.id())).isFalse();
    assertThat(desk.permissions().allows(caller, Permission.DEPOSIT_DROP, bob.id())).isFalse();
    signIn.used(caller);

    desk.register().suspend(OPERATOR, alice.matricule());
    assertThat(signIn.mayStay(caller)).isFalse();
    assertThat(desk.permissions().allows(caller, Permission.DEPOSIT_DROP, alice.id())).isFalse();
    assertThat(signIn.signIn("AAAAAAAA", certified, "192.0.2.7")).isEmpty();
    desk.register().resume(OPERATOR, alice.matricule());
    assertThat(signIn.mayStay(caller)).isTrue();

    add(alice, key("lost", ED25519, KeyScope.DEPOSIT));
    keys.stop(OPERATOR, alice.matricule(), "lost");
    assertThat(signIn.mayStay(caller)).isFalse();
    assertThat(desk.permissions().allows(caller, Permission.DEPOSIT_DROP, alice.id())).isFalse();
    assertThat(signIn.signIn("AAAAAAAA", certified, "192.0.2.7")).isEmpty();
    assertThat(signIn.signIn("CCCCCCCC", certified, "192.0.2.7")).isEmpty();
  }
}
