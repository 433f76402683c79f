package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.CatalogueStanding;
import org.guichet.account.entity.CatalogueStanding.Retired;
import org.guichet.account.entity.GroupDraft;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.account.entity.ServiceGroupView;
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

class GroupDeskTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Names NAMES = new Names("Équipe du matin", "Morning team");
  private static final String TEAM = "EQUIPE-MATIN";

  @TempDir Path data;
  private AccountDesk desk;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, FakeClock.at("2026-11-22T12:00:00Z"), new CountingIds(), data);
    desk.operator("Claire", "Montsegur");
  }

  private static GroupDraft draft(String code, String service, String... roles) {
    return new GroupDraft(code, service, NAMES, Set.of(roles));
  }

  private List<Code> make(GroupDraft draft) {
    return desk.in(() -> desk.groupDesk().make(OPERATOR, draft))
        .fold(
            kept -> List.of(),
            refused -> refused.mistakes().stream().map(AccountMistake::code).toList());
  }

  private List<Code> change(String code, String... roles) {
    return desk.in(() -> desk.groupDesk().change(OPERATOR, code, NAMES, Set.of(roles)))
        .fold(
            kept -> List.of(),
            refused -> refused.mistakes().stream().map(AccountMistake::code).toList());
  }

  private Optional<Code> retire(String code) {
    return desk.in(() -> desk.groupDesk().retire(OPERATOR, code)).map(AccountMistake::code);
  }

  private void give(AccountView account, String group, String role) {
    assertThat(
            desk.in(
                    () ->
                        desk.operatorRoles()
                            .change(OPERATOR, account.id(), Set.of(new HeldRole(group, role))))
                .<String>fold(
                    c -> "changed", u -> "same", refused -> refused.mistakes().toString()))
        .isEqualTo("changed");
  }

  private Caller caller(AccountView account) {
    return desk.in(account).person().caller(null, "192.0.2.7");
  }

  private boolean may(Caller caller, Permission permission) {
    return desk.in(() -> desk.permissions.allowsEverywhere(caller, permission));
  }

  private CatalogueStanding standing() {
    return desk.in(() -> desk.catalogue().standing(OPERATOR));
  }

  @Test
  void aMadeGroupIsOneOfTheServiceAtOnceAndItsRolesAllowWhatTheyDoInTheFile() {
    assertThat(make(draft(" equipe-matin ", "PORTAIL", "ASSISTANCE"))).isEmpty();
    Catalogue catalogue = desk.in(() -> desk.catalogue().catalogue(OPERATOR));
    assertThat(catalogue.group(TEAM).orElseThrow().names()).isEqualTo(NAMES);
    assertThat(catalogue.serviceOfGroup(TEAM).orElseThrow().code()).isEqualTo("PORTAIL");

    AccountView omar = desk.active("Omar", "Roy");
    give(omar, TEAM, "ASSISTANCE");
    Caller helper = caller(omar);
    assertThat(may(helper, Permission.TICKET_DECIDE)).isTrue();
    assertThat(may(helper, Permission.CATALOGUE_MANAGE)).isFalse();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.groupDesk().retire(helper, TEAM)));
  }

  @Test
  void aRetiredGroupAllowsNothingAndSaysWhoStillHoldsItsRoles() {
    make(draft(TEAM, "PORTAIL", "ASSISTANCE"));
    AccountView omar = desk.active("Omar", "Roy");
    give(omar, TEAM, "ASSISTANCE");
    Caller helper = caller(omar);

    assertThat(retire(TEAM)).isEmpty();
    assertThat(retire(TEAM)).isEmpty();
    assertThat(may(helper, Permission.TICKET_DECIDE)).isFalse();
    assertThat(standing().catalogue().group(TEAM)).isEmpty();
    assertThat(standing().made()).extracting(ServiceGroupView::retired).containsExactly(true);
    assertThat(standing().retired())
        .extracting(Retired::code, Retired::people)
        .containsExactly(tuple(TEAM + "/ASSISTANCE", 1L));

    desk.in(
        () -> {
          desk.groupDesk().reopen(OPERATOR, TEAM);
          return true;
        });
    assertThat(may(helper, Permission.TICKET_DECIDE)).isTrue();
    assertThat(standing().retired()).isEmpty();
  }

  @Test
  void aRoleThatAGroupStopsOfferingAllowsNothingThere() {
    make(draft(TEAM, "PORTAIL", "ASSISTANCE", "AUDITEUR"));
    AccountView omar = desk.active("Omar", "Roy");
    give(omar, TEAM, "AUDITEUR");
    Caller auditor = caller(omar);
    assertThat(may(auditor, Permission.AUDIT_VIEW)).isTrue();
    assertThat(change(TEAM, "ASSISTANCE")).isEmpty();
    assertThat(may(auditor, Permission.AUDIT_VIEW)).isFalse();
  }

  @Test
  void everyServiceHasADefaultGroup() {
    assertThat(standing().catalogue().services())
        .allSatisfy(
            service ->
                assertThat(service.groups())
                    .anyMatch(group -> group.names().english().equals("Default group")));
  }

  @Test
  void saysWhatIsWrongWithADraft() {
    assertThat(make(draft("1x", "PORTAIL", "ASSISTANCE"))).containsExactly(Code.GROUP_CODE_ODD);
    assertThat(make(draft("PORTAIL-DEFAUT", "PORTAIL", "ASSISTANCE")))
        .containsExactly(Code.GROUP_CODE_TAKEN);
    assertThat(make(draft(TEAM, "PORTAIL", "DEPOTS-SUIVI"))).containsExactly(Code.ROLE_UNKNOWN);
    assertThat(make(draft(TEAM, "PORTAIL"))).containsExactly(Code.ROLES_EMPTY);
    assertThat(make(draft(TEAM, "RIEN", "ASSISTANCE"))).containsExactly(Code.GROUP_SERVICE_UNKNOWN);
    assertThat(
            make(
                new GroupDraft(
                    TEAM, "PORTAIL", new Names(" ", "x".repeat(201)), Set.of("ASSISTANCE"))))
        .containsExactly(Code.GROUP_NAME_BLANK, Code.GROUP_NAME_TOO_LONG);
    make(draft(TEAM, "PORTAIL", "ASSISTANCE"));
    retire(TEAM);
    assertThat(make(draft(TEAM, "PORTAIL", "ASSISTANCE"))).containsExactly(Code.GROUP_CODE_TAKEN);
  }

  @Test
  void neverTakesTheLastWhoMayGiveRolesByRetiringTheirGroup() {
    make(draft(TEAM, "PORTAIL", "EXPLOITANT", "ASSISTANCE"));
    AccountView omar = desk.active("Omar", "Roy");
    give(omar, TEAM, "EXPLOITANT");
    desk.in(
        () -> {
          desk.memberships.withRoles().stream()
              .filter(id -> !id.equals(omar.id()))
              .flatMap(id -> desk.memberships.grants(id).stream())
              .toList()
              .forEach(desk.memberships::remove);
          return true;
        });
    assertThat(retire(TEAM)).contains(Code.LAST_OPERATOR);
    assertThat(change(TEAM, "ASSISTANCE")).containsExactly(Code.LAST_OPERATOR);
    assertThat(standing().catalogue().role(TEAM, "EXPLOITANT")).isPresent();
  }

  @Test
  void aGroupWhoseServiceLeftTheFileAllowsNothing() {
    Catalogue file = desk.shelf.catalogue();
    ServiceGroupView lost =
        new ServiceGroupView(
            TEAM, "PARTI", NAMES, Set.of("ASSISTANCE"), Instant.EPOCH, Optional.empty());
    assertThat(file.with(List.of(lost)).allowedBy(TEAM, Set.of("ASSISTANCE"))).isEmpty();
  }
}
