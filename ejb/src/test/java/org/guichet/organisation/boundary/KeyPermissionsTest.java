package org.guichet.organisation.boundary;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;
import static org.guichet.platform.entity.Permission.DEPOSIT_DROP;
import static org.guichet.platform.entity.Permission.DEPOSIT_VIEW;
import static org.guichet.platform.entity.Permission.IMPORT_DROP;
import static org.guichet.platform.entity.Permission.ORGANISATION_VIEW;
import static org.guichet.platform.entity.Permission.RECEIPT_ACKNOWLEDGE;
import static org.guichet.platform.entity.Permission.RECEIPT_READ;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix: who × state of the key or organisation × own or other organisation × permission. */
class KeyPermissionsTest {
  private static final Set<Permission> NONE = EnumSet.noneOf(Permission.class);

  private final FakeClock clock = FakeClock.at(OrganisationSamples.NOON);
  private final OrganisationDesk desk = OrganisationDesk.inMemory(clock, new CountingIds());
  private final OrganisationView own = desk.certifier("AAAAAAAA", "C-1");
  private final OrganisationView other = desk.depositor("BBBBBBBB");
  private final Permissions permissions = desk.permissions();

  private Set<Permission> allowed(Caller caller, OrganisationId organisation) {
    return Arrays.stream(Permission.values())
        .filter(permission -> permissions.allows(caller, permission, organisation))
        .collect(toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  static Stream<Arguments> scopes() {
    return Stream.of(
        Arguments.of(
            EnumSet.of(KeyScope.DEPOSIT),
            EnumSet.of(DEPOSIT_DROP, DEPOSIT_VIEW, ORGANISATION_VIEW)),
        Arguments.of(
            EnumSet.of(KeyScope.RECEIPTS),
            EnumSet.of(RECEIPT_READ, RECEIPT_ACKNOWLEDGE, DEPOSIT_VIEW, ORGANISATION_VIEW)),
        Arguments.of(EnumSet.of(KeyScope.IMPORT), EnumSet.of(IMPORT_DROP, ORGANISATION_VIEW)),
        Arguments.of(
            EnumSet.allOf(KeyScope.class),
            EnumSet.of(
                DEPOSIT_DROP,
                DEPOSIT_VIEW,
                RECEIPT_READ,
                RECEIPT_ACKNOWLEDGE,
                IMPORT_DROP,
                ORGANISATION_VIEW)));
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void aKeyMayDoWhatItsScopesSayInItsOwnOrganisationOnly(
      Set<KeyScope> scopes, Set<Permission> expected) {
    Caller key = desk.key(own, "k", ED25519, scopes.toArray(KeyScope[]::new));
    assertThat(allowed(key, own.id())).isEqualTo(expected);
    assertThat(allowed(key, other.id())).isEqualTo(NONE);
    assertThat(allowed(key, new OrganisationId(new UUID(9, 9)))).isEqualTo(NONE);
  }

  @Test
  void aStoppedKeyMayDoNothing() {
    Caller key = desk.key(own, "k", ED25519, KeyScope.values());
    desk.keys().stop(OPERATOR, own.matricule(), "k");
    assertThat(allowed(key, own.id())).isEqualTo(NONE);
  }

  @Test
  void anExpiredKeyMayDoNothing() {
    Caller key = expiringIn(Duration.ofHours(1));
    assertThat(allowed(key, own.id())).isNotEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(allowed(key, own.id())).isEqualTo(NONE);
  }

  private Caller expiringIn(Duration time) {
    NewKey data =
        new NewKey(
            "k",
            ED25519,
            Set.of(KeyScope.DEPOSIT),
            Optional.of(clock.instant().plus(time)),
            List.of());
    return desk.keys()
        .add(OPERATOR, own.matricule(), data)
        .fold(
            added -> Caller.key(added.key().id(), own.id(), Channel.SFTP, "-"),
            already -> OPERATOR,
            refused -> OPERATOR);
  }

  @Test
  void aKeyOfASuspendedOrganisationMayDoNothing() {
    Caller key = desk.key(own, "k", ED25519, KeyScope.values());
    desk.register().suspend(OPERATOR, own.matricule());
    assertThat(allowed(key, own.id())).isEqualTo(NONE);
    desk.register().resume(OPERATOR, own.matricule());
    assertThat(allowed(key, own.id())).isNotEmpty();
  }

  @Test
  void aKeyThatIsNotThereOrClaimsAnotherOrganisationMayDoNothing() {
    Caller key = desk.key(own, "k", ED25519, KeyScope.values());
    KeyId id = ((Caller.Actor.Key) key.actor()).key();
    Caller disguised = Caller.key(id, other.id(), Channel.SFTP, "-");
    Caller unknown = Caller.key(new KeyId(new UUID(9, 9)), own.id(), Channel.SFTP, "-");
    for (OrganisationView organisation : List.of(own, other)) {
      assertThat(allowed(disguised, organisation.id())).isEqualTo(NONE);
      assertThat(allowed(unknown, organisation.id())).isEqualTo(NONE);
    }
  }

  @Test
  void theSystemMayDoEverything() {
    assertThat(allowed(Caller.system("test"), other.id()))
        .isEqualTo(EnumSet.allOf(Permission.class));
  }
}
