package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.AdministeredGroup;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestCatalogue;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class GroupRightsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private AccountDesk desk;

  @BeforeEach
  void open() {
    desk =
        new AccountDesk(
            DATABASE,
            FakeClock.at("2026-11-22T12:00:00Z"),
            new CountingIds(),
            TestSettings.withCatalogue(data, TestCatalogue.in(data)));
  }

  private Caller with(String given, String... roles) {
    AccountView account = desk.active(given, "Roy");
    Set<HeldRole> held =
        Arrays.stream(roles)
            .map(role -> role.split("/", 2))
            .map(parts -> new HeldRole(parts[0], parts[1]))
            .collect(Collectors.toSet());
    desk.in(() -> desk.operatorRoles().change(AccountDesk.OPERATOR, account.id(), held));
    return desk.in(account).person().caller(null, "192.0.2.7");
  }

  private List<String> administered(Caller caller) {
    return desk.in(() -> desk.groupRights().administered(caller)).stream()
        .map(AdministeredGroup::code)
        .toList();
  }

  private boolean refuses(Caller caller, String group) {
    try {
      desk.groupRights().requireAdministration(caller, group);
      return false;
    } catch (RefusedException e) {
      assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED);
      return true;
    }
  }

  @Test
  void letsWhoeverAdministersAGroupGiveItsRolesAndNoOthers() {
    Caller chief = with("Omar", "EQUIPE-NORD/CHEF-NORD");

    assertThat(administered(chief)).containsExactly("EQUIPE-NORD");
    assertThat(refuses(chief, "EQUIPE-NORD")).isFalse();
    assertThat(refuses(chief, "PORTAIL-DEFAUT")).isTrue();
  }

  @Test
  void letsNobodyGiveRolesWhoOnlyWorksInTheGroup() {
    Caller reader = with("Omar", "EQUIPE-NORD/LECTURE-NORD", "PORTAIL-DEFAUT/ASSISTANCE");

    assertThat(administered(reader)).isEmpty();
    assertThat(refuses(reader, "EQUIPE-NORD")).isTrue();
  }

  @Test
  void letsWhoeverMakesOperatorsGiveTheRolesOfEveryGroup() {
    Caller operator = with("Omar", "PORTAIL-DEFAUT/EXPLOITANT");

    assertThat(administered(operator))
        .containsExactly("PORTAIL-DEFAUT", "DEPOTS-DEFAUT", "IMPORTS-DEFAUT", "EQUIPE-NORD");
    assertThat(refuses(operator, "EQUIPE-NORD")).isFalse();
    assertThat(refuses(operator, "RETIRED-GROUP")).isFalse();
  }

  @Test
  void asksForSomebodyWhoIsSignedIn() {
    assertThat(refuses(AccountDesk.VISITOR, "EQUIPE-NORD")).isTrue();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.groupRights().administered(AccountDesk.VISITOR));
  }
}
