package org.guichet.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.invitation.boundary.CodesDesk.OPERATOR;
import static org.guichet.invitation.boundary.CodesDesk.wish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.control.RedeemLimits;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.invitation.entity.RedeemOffer;
import org.guichet.invitation.entity.RedeemOutcome;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestCatalogue;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RedeemingTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final GrantPlace TEAM = GrantPlace.in(TestCatalogue.TEAM);
  private static final int AT_ONCE = 20;

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private CodesDesk desk;
  private Caller ana;

  @BeforeEach
  void open() {
    desk = new CodesDesk(DATABASE, clock, data);
    ana = desk.stranger("Ana", "Petit");
  }

  private String code(String... rights) {
    return desk.code(rights).code().orElseThrow();
  }

  private boolean may(Caller caller, Permission permission) {
    return desk.in(() -> desk.accounts.permissions.allows(caller, permission, desk.school.id()));
  }

  @Test
  void givesProfilesOnceAndTellsBoth() {
    InvitationView made = desk.code("DEPOT", "ACCUSES");
    String code = made.code().orElseThrow();

    assertThat(desk.preview(ana, code)).isEqualTo("offered");
    assertThat(may(ana, Permission.DEPOSIT_DROP)).as("looking gives nothing").isFalse();
    assertThat(desk.redeem(ana, " " + code.toUpperCase(Locale.ROOT))).isEqualTo("redeemed");

    assertThat(may(ana, Permission.DEPOSIT_DROP)).isTrue();
    assertThat(desk.accounts.mails.sent())
        .contains(
            "invitation.redeemed ana.petit@example.org", "invitation.used " + desk.head.email());
    assertThat(desk.accounts.audit.actions())
        .contains("INVITATION_REDEEMED", "MEMBERSHIP_GRANTED", "INVITATIONS_CREATED");
    assertThat(desk.redeem(ana, code)).isEqualTo("CODE_USED_BY_YOU");
    assertThat(desk.redeem(desk.stranger("Omar", "Roy"), code)).isEqualTo("CODE_USED");
    assertThat(desk.in(() -> desk.book.find(made.id()).orElseThrow().closed()))
        .as("the code is forgotten")
        .isEmpty();
  }

  @Test
  void saysWhatWouldBeGivenByWhomAndWhere() {
    desk.redeem(ana, code("DEPOT"));
    RedeemOutcome outcome =
        desk.in(() -> desk.redeeming().preview(ana, code("DEPOT", "ACCUSES", "BP-ADMIN")));

    assertThat(outcome).isInstanceOf(RedeemOutcome.Offered.class);
    RedeemOffer offer = ((RedeemOutcome.Offered) outcome).offer();
    assertThat(offer.place().code()).isEqualTo("12ABC345");
    assertThat(offer.issuer()).contains("Claire Montségur");
    assertThat(offer.fresh()).containsExactlyInAnyOrder("ACCUSES", "BP-ADMIN");
    assertThat(offer.present()).containsExactly("DEPOT");
    assertThat(offer.secondFactor()).as("an administrator needs one").isTrue();
  }

  @Test
  void addsToWhatSomebodyHasAndPutsOutWhoNeedsASecondFactor() {
    desk.redeem(ana, code("DEPOT"));
    assertThat(may(ana, Permission.DEPOSIT_DROP))
        .as("nobody is put out for a user’s profile")
        .isTrue();

    assertThat(desk.redeem(ana, code("BP-ADMIN"))).isEqualTo("redeemed");
    String next =
        desk.in(
                () ->
                    desk.accounts
                        .signIn()
                        .password(
                            AccountDesk.VISITOR, "ana.petit", AccountDesk.PASSWORD, "", "browser"))
            .fold(in -> "in", second -> "second", enrol -> "enrol", over -> "", refused -> "");
    assertThat(next).as("signs in anew, to set up a second factor").isEqualTo("enrol");
    AccountView account = account(ana);
    Caller again = desk.accounts.caller(account, desk.school.id());
    assertThat(may(again, Permission.DEPOSIT_DROP)).isTrue();
    assertThat(may(again, Permission.MEMBER_MANAGE)).isTrue();
  }

  private AccountView account(Caller caller) {
    return desk.in(
        () ->
            desk.accounts
                .members()
                .find(OPERATOR, desk.school.id(), caller.account().orElseThrow())
                .account());
  }

  @Test
  void givesRolesOfAGroup() {
    Caller north = desk.with("Omar", TestCatalogue.TEAM, "CHEF-NORD");
    String code = desk.create(north, TEAM, wish(1, 10, "LECTURE-NORD")).get(0).code().orElseThrow();

    assertThat(desk.redeem(ana, code)).isEqualTo("redeemed");
    assertThat(
            desk.in(
                () ->
                    desk.accounts
                        .operatorRoles()
                        .find(OPERATOR, ana.account().orElseThrow())
                        .roles()))
        .extracting(held -> held.role())
        .containsExactly("LECTURE-NORD");
    assertThat(desk.accounts.audit.actions()).contains("ROLES_CHANGED");
  }

  @Test
  void hasAnAnswerForEachWayInWhichACodeGivesNothing() {
    assertThat(desk.redeem(ana, " ")).isEqualTo("CODE_MISSING");
    assertThat(desk.redeem(ana, "00u0a0aa-0000-0000-000a-00000000aa66"))
        .isEqualTo("CODE_MALFORMED");
    assertThat(desk.preview(ana, UUID.randomUUID().toString())).isEqualTo("CODE_UNKNOWN");
    assertThat(desk.redeem(ana, UUID.randomUUID().toString())).isEqualTo("CODE_UNKNOWN");

    InvitationView stopped = desk.code("DEPOT");
    desk.in(() -> desk.desk().deactivate(desk.chief, stopped.id()));
    assertThat(desk.redeem(ana, stopped.code().orElseThrow())).isEqualTo("CODE_DEACTIVATED");

    String late = code("DEPOT");
    clock.advance(Duration.ofDays(12));
    ana = desk.stranger("Anna", "Petit");
    assertThat(desk.redeem(ana, late)).isEqualTo("CODE_EXPIRED");
  }

  @Test
  void takesNoCodeOfSomebodyWhoMayNotGiveItAnyMore() {
    AccountView second = desk.accounts.member("Lia", "Roy", desk.school, "BP-ADMIN");
    Caller lia = desk.accounts.caller(second, desk.school.id());
    String ofLia = desk.create(lia, desk.place(), wish(1, 10, "DEPOT")).get(0).code().orElseThrow();
    String another =
        desk.create(lia, desk.place(), wish(1, 10, "DEPOT")).get(0).code().orElseThrow();

    desk.in(
        () ->
            desk.accounts
                .members()
                .changeProfiles(desk.chief, desk.school.id(), second.id(), Set.of("DEPOT")));
    assertThat(desk.redeem(ana, ofLia)).isEqualTo("ISSUER_WITHOUT_RIGHT");
    desk.in(
        () ->
            desk.accounts
                .members()
                .changeProfiles(desk.chief, desk.school.id(), second.id(), Set.of("BP-ADMIN")));
    assertThat(desk.preview(ana, ofLia)).isEqualTo("offered");
    desk.in(() -> desk.accounts.care().disable(desk.chief, desk.school.id(), second.id()));
    assertThat(desk.redeem(ana, another)).isEqualTo("ISSUER_WITHOUT_RIGHT");
  }

  @Test
  void takesNoCodeOfASuspendedOrganisation() {
    String code = code("DEPOT");
    desk.in(
        () -> desk.accounts.organisations.register().suspend(OPERATOR, desk.school.matricule()));

    assertThat(desk.redeem(ana, code)).isEqualTo("ORGANISATION_SUSPENDED");
  }

  @Test
  void givesNothingOfAServiceThatTheOrganisationLostSince() {
    String code = code("IMPORT");
    desk.in(() -> desk.accounts.catalogue().connect(OPERATOR, desk.school.id(), "IMPORTS", false));

    assertThat(desk.redeem(ana, code)).isEqualTo("RIGHTS_RETIRED");
  }

  @Test
  void givesNothingThatExcludesWhatSomebodyHas() {
    desk.redeem(ana, code("ACCUSES"));
    InvitationView made = desk.code("IMPORT", "DEPOT");

    assertThat(desk.redeem(ana, made.code().orElseThrow())).isEqualTo("RIGHTS_EXCLUSIVE");
    assertThat(may(ana, Permission.DEPOSIT_DROP)).as("not even the rest of it").isFalse();
    assertThat(desk.redeem(desk.stranger("Omar", "Roy"), made.code().orElseThrow()))
        .as("the code is still good")
        .isEqualTo("redeemed");
  }

  /** Two codes of one person in two windows: neither waits for the other at the codes' rows. */
  @Test
  void givesOneOfTwoExclusiveCodesThatSomebodyRedeemsAtOnce() throws Exception {
    ExecutorService windows = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        Caller person = desk.stranger("Léo", "Vidal" + (char) ('a' + round));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (String right : List.of("ACCUSES", "IMPORT")) {
          String code = code(right);
          answers.add(
              windows.submit(
                  () -> {
                    start.await();
                    return desk.redeem(person, code);
                  }));
        }
        start.countDown();
        List<String> became = new ArrayList<>();
        for (Future<String> answer : answers) {
          became.add(answer.get(1, TimeUnit.MINUTES));
        }
        assertThat(became).containsExactlyInAnyOrder("redeemed", "RIGHTS_EXCLUSIVE");
      }
    } finally {
      windows.shutdownNow();
    }
  }

  @Test
  void spendsNoCodeOnWhoHasAllOfItAlready() {
    desk.redeem(ana, code("DEPOT", "ACCUSES"));

    assertThat(desk.redeem(ana, code("DEPOT"))).isEqualTo("HELD_ALREADY");
  }

  @Test
  void slowsDownWhoTriesUnknownCodesAndNobodyElse() {
    String good = code("DEPOT");
    for (int i = 0; i < RedeemLimits.AT_ONCE; i++) {
      assertThat(desk.preview(ana, UUID.randomUUID().toString())).isEqualTo("CODE_UNKNOWN");
    }

    assertThat(desk.redeem(ana, UUID.randomUUID().toString())).isEqualTo("TRIED_TOO_OFTEN");
    assertThat(desk.redeem(ana, good))
        .as("whether it is right isn’t told")
        .isEqualTo("TRIED_TOO_OFTEN");
    assertThat(desk.preview(desk.stranger("Omar", "Roy"), good)).isEqualTo("offered");
    clock.advance(Duration.ofSeconds(30));
    assertThat(desk.redeem(ana, good)).isEqualTo("redeemed");
  }

  @Test
  void slowsDownOneSourceWhateverTheAccounts() {
    int looked = 0;
    for (int person = 0; person < 20; person++) {
      Caller one = desk.stranger("Ana", "Petit" + (char) ('a' + person));
      for (int i = 0; i < RedeemLimits.AT_ONCE; i++) {
        looked += desk.preview(one, UUID.randomUUID().toString()).equals("CODE_UNKNOWN") ? 1 : 0;
      }
    }
    assertThat(looked).isLessThan(20 * RedeemLimits.AT_ONCE).isGreaterThanOrEqualTo(300);
  }

  @Test
  void ofTwentyWhoRedeemOneCodeAtOnceOneGetsIt() throws Exception {
    List<Caller> people = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      people.add(desk.stranger("Ana", "Roy" + (char) ('a' + i)));
    }
    InvitationView made = desk.code("DEPOT");
    ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (Caller one : people) {
        answers.add(
            crowd.submit(
                () -> {
                  start.await();
                  return desk.redeem(one, made.code().orElseThrow());
                }));
      }
      start.countDown();
      List<String> became = new ArrayList<>();
      for (Future<String> answer : answers) {
        became.add(answer.get(1, TimeUnit.MINUTES));
      }
      assertThat(Collections.frequency(became, "redeemed")).isEqualTo(1);
      assertThat(Collections.frequency(became, "CODE_USED")).isEqualTo(AT_ONCE - 1);
    } finally {
      crowd.shutdownNow();
    }
    assertThat(
            desk.in(
                () ->
                    people.stream()
                        .filter(
                            one ->
                                desk.accounts.permissions.allows(
                                    one, Permission.DEPOSIT_DROP, desk.school.id()))
                        .count()))
        .isEqualTo(1);
  }

  @Test
  void keepsAPersonalAccountThatGotRights() {
    assertThat(
            desk.in(
                () ->
                    desk.accounts
                        .registration()
                        .registerPersonally(
                            AccountDesk.VISITOR, AccountDesk.person("Eva", "Blanc"))))
        .isNotNull();
    desk.in(
        () ->
            desk.accounts
                .activation()
                .activate(AccountDesk.VISITOR, desk.accounts.mails.token(), AccountDesk.PASSWORD));
    Caller eva =
        desk.in(
                () ->
                    desk.accounts
                        .signIn()
                        .password(
                            AccountDesk.VISITOR, "eva.blanc", AccountDesk.PASSWORD, "", "browser"))
            .fold(
                in -> in.person().caller(null, "192.0.2.7"),
                second -> ana,
                enrol -> ana,
                expired -> ana,
                refused -> ana);
    assertThat(desk.redeem(eva, code("DEPOT"))).isEqualTo("redeemed");
    clock.advance(Duration.ofDays(40));
    desk.in(() -> desk.accounts.sweep().erase(OPERATOR));
    assertThat(account(eva).login()).isEqualTo("eva.blanc");
  }
}
