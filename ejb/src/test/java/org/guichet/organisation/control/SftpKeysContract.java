package org.guichet.organisation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.ECDSA_256;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.OrganisationSamples.ED25519_FINGERPRINT;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.OrganisationSamples.depositor;
import static org.guichet.organisation.OrganisationSamples.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface SftpKeysContract {
  OrganisationId ALICE = new OrganisationId(new UUID(1, 1));
  OrganisationId BOB = new OrganisationId(new UUID(1, 2));

  SftpKeys keys();

  Organisations organisations();

  Units units();

  @BeforeEach
  default void twoOrganisations() {
    units()
        .run(
            () -> {
              organisations().add(organisation(1, depositor("AAAAAAAA")));
              organisations().add(organisation(2, depositor("BBBBBBBB")));
            });
  }

  private static SftpKey key(long n, OrganisationId of, String name, String text) {
    NewKey data =
        new NewKey(
            name,
            text,
            Set.of(KeyScope.RECEIPTS, KeyScope.DEPOSIT),
            Optional.empty(),
            List.of("2001:db8::/32", "192.0.2.0/24"));
    return SftpKey.hand(new KeyId(new UUID(4, n)), of, data, read(text), NOON);
  }

  private static PublicKey read(String text) {
    return OpenSshKey.read(text)
        .fold(
            found -> found,
            mistake -> {
              throw new AssertionError(mistake);
            });
  }

  @Test
  default void bringsBackAllThatWasKept() {
    SftpKey kept = key(1, ALICE, "serveur", ED25519);
    units().run(() -> keys().add(kept));
    units()
        .run(
            () ->
                keys()
                    .find(kept.id())
                    .orElseThrow()
                    .used("2001:db8:0:0:0:0:0:1", NOON.plusSeconds(5)));
    units()
        .run(
            () -> {
              SftpKey found = keys().find(kept.id()).orElseThrow();
              assertThat(found.wireForm()).isEqualTo(kept.wireForm());
              assertThat(found.view(NOON).lastUsedAt()).contains(NOON.plusSeconds(5));
              assertThat(found.view(NOON))
                  .usingRecursiveComparison()
                  .ignoringFields("lastUsedAt", "lastUsedFrom")
                  .isEqualTo(kept.view(NOON));
            });
  }

  @Test
  default void theSameKeyOfAnotherOrganisationIsAnotherKey() {
    units()
        .run(
            () -> {
              keys().add(key(1, ALICE, "serveur", ED25519));
              keys().add(key(2, BOB, "serveur", ED25519));
              keys().add(key(3, BOB, "autre", ECDSA_256));
            });
    units()
        .run(
            () -> {
              assertThat(keys().findByFingerprint(BOB, ED25519_FINGERPRINT))
                  .hasValueSatisfying(k -> assertThat(k.id()).isEqualTo(new KeyId(new UUID(4, 2))));
              assertThat(keys().findByName(ALICE, "autre")).isEmpty();
              assertThat(keys().of(BOB))
                  .extracting(SftpKey::name)
                  .containsExactly("autre", "serveur");
            });
  }

  private static SftpKey ending(long n, OrganisationId of, String text, int days) {
    NewKey data =
        new NewKey(
            "serveur " + n,
            text,
            KeyScope.USUAL,
            Optional.of(NOON.plus(Duration.ofDays(days))),
            List.of());
    return SftpKey.hand(new KeyId(new UUID(4, n)), of, data, read(text), NOON);
  }

  @Test
  default void findsThoseToBeRemindedOfTheFirstToEndFirst() {
    units()
        .run(
            () -> {
              keys().add(ending(1, ALICE, ED25519, 60));
              keys().add(ending(2, BOB, ED25519, 50));
              keys().add(ending(3, BOB, ECDSA_256, 400));
              keys().add(key(4, ALICE, "endless", ECDSA_256));
            });
    Instant later = NOON.plus(Duration.ofDays(35));
    units()
        .run(
            () -> {
              assertThat(keys().toRemind(30, NOON, 9)).isEmpty();
              assertThat(keys().toRemind(30, later, 9))
                  .extracting(SftpKey::name)
                  .containsExactly("serveur 2", "serveur 1");
              assertThat(keys().toRemind(30, later, 1)).hasSize(1);
              keys().toRemind(30, later, 1).get(0).reminded(30);
            });
    units()
        .run(
            () -> {
              assertThat(keys().toRemind(30, later, 9))
                  .extracting(SftpKey::name)
                  .containsExactly("serveur 1");
              assertThat(keys().toRemind(7, NOON.plus(Duration.ofDays(44)), 9))
                  .extracting(SftpKey::name)
                  .containsExactly("serveur 2");
              assertThat(keys().toRemind(30, NOON.plus(Duration.ofDays(60)), 9)).isEmpty();
            });
  }
}
