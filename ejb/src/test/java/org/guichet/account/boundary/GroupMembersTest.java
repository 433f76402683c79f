package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.GroupDraft;
import org.guichet.account.entity.GroupMemberOutcome;
import org.guichet.account.entity.GroupMemberView;
import org.guichet.account.entity.GroupQuery;
import org.guichet.account.entity.Headcount;
import org.guichet.account.entity.PeopledGroup;
import org.guichet.account.entity.PeopledOrganisation;
import org.guichet.account.entity.RoleGrant;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
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

class GroupMembersTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final String TEAM = TestCatalogue.TEAM;
  private static final PageRequest FIRST = new PageRequest(0, 2);

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;
  private AccountView lea;
  private AccountView omar;
  private Caller chief;

  @BeforeEach
  void open() {
    desk =
        new AccountDesk(
            DATABASE,
            clock,
            new CountingIds(),
            TestSettings.withCatalogue(data, TestCatalogue.in(data)));
    lea = inGroup("Léa", "Martin", TEAM, "CHEF-NORD");
    omar = inGroup("Omar", "Roy", TEAM, "LECTURE-NORD");
    chief = caller(lea);
  }

  private AccountView inGroup(String given, String family, String group, String... roles) {
    AccountView account = desk.active(given, family);
    give(account, group, roles);
    return account;
  }

  private void give(AccountView account, String group, String... roles) {
    desk.in(
        () -> {
          desk.memberships.add(
              RoleGrant.give(
                  UUID.nameUUIDFromBytes((account.id() + group).getBytes(StandardCharsets.UTF_8)),
                  account.id(),
                  group,
                  Set.of(roles),
                  clock.instant()));
          return true;
        });
  }

  private Caller caller(AccountView account) {
    return desk.in(account).person().caller(null, "192.0.2.7");
  }

  private static String said(GroupMemberOutcome outcome) {
    return outcome.fold(
        changed -> "changed", same -> "same", refused -> refused.mistakes().get(0).code().name());
  }

  private String change(Caller caller, AccountView account, String... roles) {
    return does(() -> desk.groupMembers().change(caller, TEAM, account.id(), Set.of(roles)));
  }

  private String remove(Caller caller, AccountView account) {
    return does(() -> desk.groupMembers().remove(caller, TEAM, account.id()));
  }

  private String does(Callable<GroupMemberOutcome> work) {
    try {
      return said(desk.in(work));
    } catch (RefusedException e) {
      return e.code().name();
    }
  }

  private Page<GroupMemberView> list(GroupQuery query) {
    return desk.in(() -> desk.groupMembers().list(chief, TEAM, query));
  }

  @Test
  void seesThatTheOtherAdministratorWasDisabledWhileItWaited() {
    AccountView second = inGroup("Ana", "Petit", TEAM, "CHEF-NORD");
    Caller ana = caller(second);
    String became =
        does(
            () -> {
              // Read before the lock is had, as whoever asks is; then somebody else disables her.
              assertThat(desk.accounts.find(second.id()).orElseThrow().state())
                  .isEqualTo(AccountState.ACTIVE);
              DATABASE.inNewTransaction(
                  () -> desk.directory().disable(AccountDesk.OPERATOR, second.id()));
              return desk.groupMembers().remove(AccountDesk.OPERATOR, TEAM, lea.id());
            });
    assertThat(became).isEqualTo("LAST_GROUP_ADMINISTRATOR");
    assertThat(change(ana, omar, "SAISIE-NORD")).as("put out").isEqualTo("NOT_ALLOWED");
  }

  @Test
  void anAdministratorOfAGroupFindsItsPeople() {
    inGroup("Ana", "Petit", TEAM, "SAISIE-NORD");
    inGroup("Zoé", "Autre", "PORTAIL-DEFAUT", "ASSISTANCE");
    Page<GroupMemberView> first = list(GroupQuery.all(FIRST));
    assertThat(first.total()).isEqualTo(3);
    assertThat(first.rows())
        .extracting(m -> m.account().name().family())
        .containsExactly("Martin", "Petit");
    assertThat(first.rows().get(0).administrator()).isTrue();
    assertThat(list(GroupQuery.all(FIRST).of("LECTURE-NORD")).rows())
        .extracting(m -> m.account().id())
        .containsExactly(omar.id());
    GroupQuery search =
        new GroupQuery("petit", Optional.empty(), GroupQuery.Sort.SINCE, true, FIRST);
    assertThat(list(search).total()).isEqualTo(1);
  }

  @Test
  void anAdministratorOfAGroupHasNoBusinessInAnother() {
    for (Caller other :
        List.of(caller(omar), caller(inGroup("Ana", "Petit", "DEPOTS-DEFAUT", "DEPOTS-ADMIN")))) {
      assertThat(change(other, omar, "SAISIE-NORD")).isEqualTo("NOT_ALLOWED");
      assertThat(remove(other, omar)).isEqualTo("NOT_ALLOWED");
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(
              () -> desk.in(() -> desk.groupMembers().list(other, TEAM, GroupQuery.all(FIRST))));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk.in(() -> desk.groupMembers().find(other, TEAM, omar.id())));
    }
    assertThat(change(OPERATOR, omar, "SAISIE-NORD")).isEqualTo("changed");
  }

  @Test
  void changesRolesAndTellsThePerson() {
    assertThat(change(chief, omar, "SAISIE-NORD", "LECTURE-NORD")).isEqualTo("changed");
    assertThat(change(chief, omar, "SAISIE-NORD", "LECTURE-NORD")).isEqualTo("same");
    assertThat(desk.mails.last().template()).isEqualTo("account.groupRolesChanged");
    assertThat(desk.mails.last().to()).isEqualTo(omar.email());
    assertThat(desk.mails.last().arguments())
        .containsEntry("group", "Équipe du Nord")
        .containsEntry("before", "Lit")
        .containsEntry("after", "Saisit, Lit");
  }

  @Test
  void refusesRolesThatExcludeEachOtherThoseOfOtherGroupsIncluded() {
    assertThat(change(chief, omar, "SAISIE-NORD", "CONTROLE-NORD")).isEqualTo("ROLES_EXCLUSIVE");
    desk.in(
        () ->
            desk.groupDesk()
                .make(
                    OPERATOR,
                    new GroupDraft(
                        "EQUIPE-SUD",
                        "EQUIPES",
                        new Names("Sud", "South"),
                        Set.of("CONTROLE-NORD"))));
    give(omar, "EQUIPE-SUD", "CONTROLE-NORD");
    assertThat(change(chief, omar, "SAISIE-NORD")).isEqualTo("ROLES_EXCLUSIVE");
    desk.in(() -> desk.groupDesk().retire(OPERATOR, "EQUIPE-SUD"));
    assertThat(change(chief, omar, "SAISIE-NORD")).as("a retired one is none").isEqualTo("changed");
    assertThat(desk.in(() -> desk.groupDesk().reopen(OPERATOR, "EQUIPE-SUD")))
        .as("nobody comes to hold both by a group that is put back to use")
        .map(AccountMistake::code)
        .contains(AccountMistake.Code.GROUP_ROLES_CLASH);
    assertThat(desk.in(() -> desk.groupDesk().find(OPERATOR, "EQUIPE-SUD")).retired()).isTrue();
    assertThat(change(chief, omar, "ROI")).isEqualTo("ROLE_UNKNOWN");
    assertThat(change(chief, omar)).isEqualTo("ROLES_EMPTY");
  }

  @Test
  void whoIsTakenOutMayNothingAtOnceAndIsTold() {
    AccountView ana = inGroup("Ana", "Petit", "DEPOTS-DEFAUT", "DEPOTS-SUIVI");
    inGroup("Zoé", "Autre", "DEPOTS-DEFAUT", "DEPOTS-ADMIN");
    Caller follower = caller(ana);
    assertThat(may(follower, Permission.DEPOSIT_VIEW)).isTrue();
    assertThat(does(() -> desk.groupMembers().remove(OPERATOR, "DEPOTS-DEFAUT", ana.id())))
        .isEqualTo("changed");
    assertThat(may(follower, Permission.DEPOSIT_VIEW)).isFalse();
    assertThat(desk.mails.last().template()).isEqualTo("account.groupLeft");
    assertThat(does(() -> desk.groupMembers().remove(OPERATOR, "DEPOTS-DEFAUT", ana.id())))
        .isEqualTo("NO_SUCH_ACCOUNT");
  }

  private boolean may(Caller caller, Permission permission) {
    return desk.in(() -> desk.permissions.allowsEverywhere(caller, permission));
  }

  @Test
  void keepsTheLastAdministratorOfAGroup() {
    assertThat(change(OPERATOR, lea, "LECTURE-NORD")).isEqualTo("LAST_GROUP_ADMINISTRATOR");
    assertThat(remove(OPERATOR, lea)).isEqualTo("LAST_GROUP_ADMINISTRATOR");
    assertThat(desk.in(() -> desk.directory().disable(OPERATOR, lea.id())))
        .hasValueSatisfying(m -> assertThat(m.code().name()).isEqualTo("LAST_GROUP_ADMINISTRATOR"));
    assertThat(
            desk.in(() -> desk.operatorRoles().change(OPERATOR, lea.id(), Set.of()))
                .<String>fold(c -> "", u -> "", r -> r.mistakes().get(0).code().name()))
        .isEqualTo("LAST_GROUP_ADMINISTRATOR");
    assertThat(change(chief, omar, "CHEF-NORD")).isEqualTo("changed");
    assertThat(remove(chief, lea)).isEqualTo("changed");
  }

  @Test
  void ofTwoAdministratorsWhoTakeEachOtherOutAtOnceOneStays() throws Exception {
    assertThat(change(chief, omar, "CHEF-NORD")).isEqualTo("changed");
    Caller other = caller(omar);
    for (int round = 0; round < 5; round++) {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Future<String>> told = new ArrayList<>();
      told.add(threads.submit(() -> change(chief, omar, "LECTURE-NORD")));
      told.add(threads.submit(() -> change(other, lea, "LECTURE-NORD")));
      List<String> outcomes = new ArrayList<>();
      for (Future<String> each : told) {
        outcomes.add(each.get(60, TimeUnit.SECONDS));
      }
      threads.shutdown();
      assertThat(outcomes).containsOnlyOnce("changed");
      AccountView left = outcomes.get(0).equals("changed") ? omar : lea;
      assertThat(change(OPERATOR, left, "CHEF-NORD")).isEqualTo("changed");
    }
  }

  @Test
  void showsWhatSomebodyManagesWithItsNumbers() {
    OrganisationView alice = desk.organisation("AAAAAAAA");
    OrganisationView bob = desk.organisation("BBBBBBBB");
    desk.join(lea, alice, "BP-ADMIN");
    desk.join(lea, bob, "DEPOT");
    desk.member("Ana", "Petit", alice, "DEPOT");
    Page<PeopledOrganisation> organisations =
        desk.in(() -> desk.overview().organisations(chief, "", FIRST));
    assertThat(organisations.rows())
        .extracting(o -> o.organisation().id(), PeopledOrganisation::count)
        .containsExactly(tuple(alice.id(), new Headcount(2, 1)));
    assertThat(desk.in(() -> desk.overview().groups(chief)))
        .extracting(g -> g.group().code(), PeopledGroup::count)
        .containsExactly(tuple(TEAM, new Headcount(2, 1)));

    Caller operator = caller(desk.operator("Claire", "Montsegur"));
    assertThat(desk.in(() -> desk.overview().organisations(operator, "", FIRST)).total())
        .isEqualTo(2);
    assertThat(desk.in(() -> desk.overview().groups(operator)))
        .extracting(g -> g.group().code())
        .contains(TEAM, "PORTAIL-DEFAUT", "DEPOTS-DEFAUT", "IMPORTS-DEFAUT");
  }
}
