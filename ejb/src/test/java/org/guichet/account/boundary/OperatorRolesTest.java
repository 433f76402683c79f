package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.OperatorView;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.account.entity.RolesOutcome;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OperatorRolesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final String GROUP = "PORTAIL-DEFAUT";
  private static final HeldRole RUNS = new HeldRole(GROUP, "EXPLOITANT");
  private static final HeldRole HELPS = new HeldRole(GROUP, "ASSISTANCE");

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;
  private AccountView claire;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    claire = operator("Claire", "Montsegur");
  }

  private AccountView operator(String given, String family) {
    AccountView made =
        desk.in(
                () ->
                    desk.operators()
                        .create(
                            OPERATOR,
                            AccountDesk.person(given, family),
                            GROUP,
                            Set.of("EXPLOITANT")))
            .fold(
                created -> created.account(),
                refused -> {
                  throw new AssertionError(refused.mistakes());
                });
    desk.in(() -> desk.activation().activate(VISITOR, desk.mails.token(), AccountDesk.PASSWORD));
    return made;
  }

  private Caller caller(AccountView account) {
    return desk.in(account).person().caller(null, "192.0.2.7");
  }

  private String change(Caller caller, AccountView account, HeldRole... roles) {
    RolesOutcome outcome =
        desk.in(() -> desk.operatorRoles().change(caller, account.id(), Set.of(roles)));
    return outcome.fold(
        changed -> "changed", same -> "same", refused -> refused.mistakes().get(0).code().name());
  }

  private boolean may(Caller caller, Permission permission) {
    return desk.in(() -> desk.permissions.allowsEverywhere(caller, permission));
  }

  @Test
  void givesAndTakesRolesAtOnceAndTellsThePerson() {
    Caller operator = caller(claire);
    AccountView omar = desk.active("Omar", "Roy");
    assertThat(change(operator, omar, HELPS)).isEqualTo("changed");
    assertThat(change(operator, omar, HELPS)).isEqualTo("same");
    assertThat(desk.mails.last().template()).isEqualTo("account.rolesChanged");
    assertThat(desk.mails.last().to()).isEqualTo(omar.email());
    assertThat(desk.mails.last().arguments().get("before")).isEqualTo("-");
    assertThat(desk.mails.last().arguments().get("after"))
        .isEqualTo("Répond aux demandes d’assistance");

    Caller helper = caller(omar);
    assertThat(may(helper, Permission.TICKET_DECIDE)).isTrue();
    assertThat(may(helper, Permission.OPERATOR_CREATE)).isFalse();
    assertThat(desk.in(() -> desk.operatorRoles().list(operator)))
        .extracting(OperatorView::roles)
        .containsExactlyInAnyOrder(List.of(RUNS), List.of(HELPS));
    assertThat(change(operator, omar)).isEqualTo("changed");
    assertThat(may(helper, Permission.TICKET_DECIDE)).isFalse();
    assertThat(desk.in(() -> desk.permissions.allowsEverywhere(operator, Permission.ACCOUNT_VIEW)))
        .as("whoever changed it stays in")
        .isTrue();
  }

  @Test
  void putsOutWhomItTakesARoleFrom() {
    AccountView omar = operator("Omar", "Roy");
    long before = epoch(omar);
    assertThat(change(OPERATOR, omar, RUNS, HELPS)).isEqualTo("changed");
    long given = epoch(omar);
    assertThat(change(OPERATOR, omar, HELPS)).isEqualTo("changed");
    assertThat(epoch(omar)).isGreaterThan(given);
    assertThat(given).as("without a second factor it is to be set up").isGreaterThan(before);
  }

  private long epoch(AccountView account) {
    return desk.in(() -> desk.accounts.find(account.id()).orElseThrow().epoch());
  }

  @Test
  void leavesTheLastWhoMayGiveRoles() {
    assertThat(change(OPERATOR, claire, HELPS)).isEqualTo("LAST_OPERATOR");
    assertThat(
            desk.in(() -> desk.directory().disable(OPERATOR, claire.id()))
                .map(AccountMistake::code))
        .contains(AccountMistake.Code.LAST_OPERATOR);
    AccountView omar = operator("Omar", "Roy");
    assertThat(change(OPERATOR, claire, HELPS)).isEqualTo("changed");
    assertThat(change(OPERATOR, omar)).isEqualTo("LAST_OPERATOR");
  }

  @Test
  void ofTwoWhoTakeEachOthersRoleAtOnceOneStays() throws Exception {
    AccountView omar = operator("Omar", "Roy");
    Caller first = caller(claire);
    Caller second = caller(omar);
    for (int round = 0; round < 5; round++) {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Future<String>> told = new ArrayList<>();
      told.add(threads.submit(() -> attempt(first, omar)));
      told.add(threads.submit(() -> attempt(second, claire)));
      List<String> outcomes = new ArrayList<>();
      for (Future<String> each : told) {
        outcomes.add(each.get(60, TimeUnit.SECONDS));
      }
      threads.shutdown();
      assertThat(outcomes).containsOnlyOnce("changed");
      AccountView left = outcomes.get(0).equals("changed") ? omar : claire;
      assertThat(change(OPERATOR, left, RUNS)).isEqualTo("changed");
    }
  }

  private String attempt(Caller caller, AccountView account) {
    try {
      return change(caller, account);
    } catch (RefusedException e) {
      return e.code().name();
    }
  }

  @Test
  void givesOnlyWhatTheCatalogueHasAndOnlyByWhomItMayBeGiven() {
    AccountView omar = desk.active("Omar", "Roy");
    assertThat(change(OPERATOR, omar, new HeldRole(GROUP, "ROI"))).isEqualTo("ROLE_UNKNOWN");
    change(OPERATOR, omar, HELPS);
    Caller helper = caller(omar);
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> change(helper, omar, RUNS));
    desk.in(() -> desk.directory().disable(OPERATOR, omar.id()));
    assertThat(change(OPERATOR, omar, RUNS)).isEqualTo("STATE");
  }
}
