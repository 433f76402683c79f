package org.guichet.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {
  private static final OrganisationId ALICE = new OrganisationId(new UUID(1, 1));
  private static final OrganisationId BOB = new OrganisationId(new UUID(1, 2));
  private static final Caller KEY =
      Caller.key(new KeyId(new UUID(4, 1)), ALICE, Channel.SFTP, "192.0.2.7");

  private static final PermissionSource DROPS_FOR_ALICE =
      (caller, permission, organisation) ->
          permission == Permission.DEPOSIT_DROP && organisation.equals(ALICE);
  private static final PermissionSource NOTHING = (caller, permission, organisation) -> false;

  @ParameterizedTest
  @EnumSource
  void grantsNothingThatNoSourceGrants(Permission permission) {
    Permissions permissions = Permissions.of(List.of());

    assertThat(permissions.allows(KEY, permission, ALICE)).isFalse();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> permissions.require(KEY, permission, ALICE))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
  }

  @Test
  void grantsWhatAnySourceGrants() {
    Permissions permissions = Permissions.of(List.of(NOTHING, DROPS_FOR_ALICE));

    assertThat(permissions.allows(KEY, Permission.DEPOSIT_DROP, ALICE)).isTrue();
    assertThat(permissions.allows(KEY, Permission.DEPOSIT_DROP, BOB)).isFalse();
    assertThat(permissions.allows(KEY, Permission.DEPOSIT_VIEW, ALICE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void letsTheSystemAndTheCommandLineDoEverything(Permission permission) {
    Permissions permissions = Permissions.of(List.of(NOTHING));
    for (Caller caller : List.of(Caller.system("timer"), Caller.commandLine())) {
      assertThatNoException().isThrownBy(() -> permissions.require(caller, permission, BOB));
      assertThatNoException().isThrownBy(() -> permissions.requireEverywhere(caller, permission));
    }
  }

  @ParameterizedTest
  @EnumSource
  void letsNoKeyDoAnythingEverywhere(Permission permission) {
    Permissions permissions = Permissions.of(List.of((caller, asked, organisation) -> true));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> permissions.requireEverywhere(KEY, permission))
        .withMessageContaining(permission.name())
        .withMessageNotContaining("192.0.2.7");
  }
}
