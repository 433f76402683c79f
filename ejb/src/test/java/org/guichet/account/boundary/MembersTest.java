package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.guichet.account.entity.CreateAccountOutcome;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MemberOutcome;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.MemberQuery.Standing;
import org.guichet.account.entity.MemberView;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.PersonName;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MembersTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final MemberQuery ALL = MemberQuery.all(PageRequest.from(0));

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;
  private OrganisationView alice;
  private OrganisationView bob;
  private AccountView lea;
  private Caller admin;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    alice = desk.organisation("AAAAAAAA");
    bob = desk.organisation("BBBBBBBB");
    lea = desk.member("Léa", "Martin", alice, "BP-ADMIN");
    admin = desk.caller(lea, alice.id());
  }

  private static String said(MemberOutcome outcome) {
    return outcome.fold(
        done -> "done",
        proposed -> "proposed",
        left -> "left",
        refused -> refused.mistakes().stream().map(AccountMistake::code).toList().toString());
  }

  private String made(CreateAccountOutcome outcome) {
    return outcome.fold(
        created -> created.account().login(),
        refused -> refused.mistakes().stream().map(AccountMistake::code).toList().toString());
  }

  private String does(Callable<MemberOutcome> work) {
    return said(desk.in(work));
  }

  @Test
  void anAdministratorMakesAnAccountWhosePersonIsMailed() {
    assertThat(
            made(
                desk.in(
                    () ->
                        desk.members()
                            .create(
                                admin,
                                alice.id(),
                                AccountDesk.person("Ana", "Petit"),
                                Set.of("DEPOT", "ACCUSES")))))
        .isEqualTo("ana.petit");
    assertThat(desk.mails.sent()).containsExactly("account.activation ana.petit@example.org");
    assertThat(desk.mails.last().arguments())
        .containsEntry("organisation", alice.name())
        .containsEntry("inviter", "Léa Martin");
    assertThat(
            made(
                desk.in(
                    () ->
                        desk.members()
                            .create(
                                admin,
                                alice.id(),
                                AccountDesk.person("Ana", "Petit"),
                                Set.of("NONE")))))
        .isEqualTo("[PROFILE_UNKNOWN]");
  }

  @Test
  void nobodyReachesAnotherOrganisation() {
    AccountView other = desk.member("Omar", "Roy", bob, "DEPOT");
    for (Callable<?> work :
        List.<Callable<?>>of(
            () -> desk.members().list(admin, bob.id(), ALL),
            () -> desk.members().find(admin, alice.id(), other.id()),
            () -> desk.members().delete(admin, bob.id(), other.id()),
            () -> desk.care().disable(admin, alice.id(), other.id()),
            () -> desk.members().list(VISITOR, alice.id(), ALL))) {
      assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> desk.in(work));
    }
  }

  @Test
  void aCertifierSeesThePeopleOfDepositorsItMandates() {
    OrganisationView certifier = desk.certifier("CCCCCCCC", "C-1");
    AccountView carl = desk.member("Carl", "Blanc", certifier, "BP-ADMIN");
    Caller caller = desk.caller(carl, certifier.id());
    assertThat(desk.permissions.allows(caller, Permission.MEMBER_VIEW, alice.id())).isFalse();
    desk.in(
        () ->
            desk.organisations
                .mandates()
                .add(
                    OPERATOR,
                    certifier.matricule(),
                    alice.matricule(),
                    LocalDate.of(2026, 11, 22),
                    Optional.empty()));
    assertThat(desk.in(() -> desk.members().list(caller, alice.id(), ALL)).total()).isEqualTo(1);
    assertThat(desk.permissions.allows(caller, Permission.MEMBER_MANAGE, alice.id())).isFalse();
    desk.in(
        () ->
            desk.organisations
                .mandates()
                .revoke(OPERATOR, certifier.matricule(), alice.matricule()));
    assertThat(desk.permissions.allows(caller, Permission.MEMBER_VIEW, alice.id())).isFalse();
  }

  @Test
  void listsByPageInEveryOrderAndByWhatIsLookedFor() {
    desk.member("Ana", "Zola", alice, "DEPOT");
    desk.member("Éric", "D'Arc", alice, "DEPOT", "ACCUSES");
    desk.member("Omar", "Roy", bob, "DEPOT");
    assertThat(logins(ALL)).containsExactly("eric.d-arc", "lea.martin", "ana.zola");
    assertThat(
            logins(
                new MemberQuery(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    MemberQuery.Sort.LOGIN,
                    true,
                    new PageRequest(1, 1))))
        .containsExactly("eric.d-arc");
    assertThat(logins(search("d arc"))).containsExactly("eric.d-arc");
    assertThat(logins(search("ZOLA@"))).containsExactly("ana.zola");
    assertThat(logins(search("%"))).isEmpty();
    assertThat(
            logins(
                new MemberQuery(
                    "",
                    Optional.of(Standing.ACTIVE),
                    Optional.of("ACCUSES"),
                    Optional.of(false),
                    MemberQuery.Sort.LAST_SIGN_IN,
                    false,
                    PageRequest.from(0))))
        .containsExactly("eric.d-arc");
    assertThat(desk.audit.actions()).contains("MEMBERS_VIEWED");
  }

  private static MemberQuery search(String text) {
    return new MemberQuery(
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MemberQuery.Sort.NAME,
        false,
        PageRequest.from(0));
  }

  private List<String> logins(MemberQuery query) {
    Page<MemberView> page = desk.in(() -> desk.members().list(admin, alice.id(), query));
    return page.rows().stream().map(m -> m.account().login()).toList();
  }

  private static MemberQuery standing(Standing standing) {
    return new MemberQuery(
        "",
        Optional.of(standing),
        Optional.empty(),
        Optional.empty(),
        MemberQuery.Sort.NAME,
        false,
        PageRequest.from(0));
  }

  @Test
  void findsThoseWhoseTimeIsOverApartFromThoseWhoStillSignIn() {
    AccountView ana = desk.member("Ana", "Zola", alice, "DEPOT");
    AccountView omar = desk.member("Omar", "Roy", alice, "DEPOT");
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    assertThat(does(() -> desk.care().expire(admin, alice.id(), ana.id(), Optional.of(tomorrow))))
        .isEqualTo("done");
    assertThat(logins(standing(Standing.EXPIRED))).isEmpty();

    clock.advance(Duration.ofDays(2));
    assertThat(logins(standing(Standing.EXPIRED))).containsExactly("ana.zola");
    assertThat(logins(standing(Standing.ACTIVE))).containsExactly("lea.martin", "omar.roy");

    desk.in(() -> desk.care().disable(admin, alice.id(), omar.id()));
    assertThat(logins(standing(Standing.DISABLED))).containsExactly("omar.roy");
    assertThat(logins(standing(Standing.PENDING))).isEmpty();
    assertThat(logins(standing(Standing.DELETED))).isEmpty();
  }

  @Test
  void findsWhatNobodyUsedForThirteenMonths() {
    desk.member("Ana", "Zola", alice, "DEPOT");
    clock.advance(Duration.ofDays(31 * 13));
    Page<MemberView> over =
        desk.in(() -> desk.members().list(OPERATOR, alice.id(), standing(Standing.EXPIRED)));
    assertThat(over.rows())
        .extracting(m -> m.account().login(), m -> m.account().standing())
        .contains(tuple("ana.zola", Standing.EXPIRED));
    assertThat(over.total()).isEqualTo(2);
  }

  @Test
  void renewsUntilADayOrUntilNobodyUsesIt() {
    AccountView ana = desk.member("Ana", "Zola", alice, "DEPOT");
    Instant end = clock.instant().plus(Duration.ofDays(30));
    assertThat(does(() -> desk.care().renew(admin, alice.id(), ana.id(), Optional.of(end))))
        .isEqualTo("done");
    assertThat(expiry(ana)).isEqualTo(end);
    assertThat(
            does(
                () -> desk.care().renew(admin, alice.id(), ana.id(), Optional.of(clock.instant()))))
        .isEqualTo("[EXPIRES_ALREADY]");
    assertThat(does(() -> desk.care().renew(admin, alice.id(), ana.id(), Optional.empty())))
        .isEqualTo("done");
    assertThat(expiry(ana)).isAfter(end);
  }

  private Instant expiry(AccountView account) {
    return desk.in(() -> desk.members().find(admin, alice.id(), account.id()))
        .account()
        .expiresAt();
  }

  @Test
  void setsNoEndForSomebodyWhoBelongsToOthersToo() {
    AccountView ana = desk.member("Ana", "Zola", alice, "DEPOT");
    desk.in(
        () -> {
          desk.memberships.add(
              Membership.grant(
                  UUID.randomUUID(), ana.id(), bob.id(), Set.of("DEPOT"), false, clock.instant()));
          return ana;
        });
    Instant end = clock.instant().plus(Duration.ofDays(30));
    assertThat(does(() -> desk.care().renew(admin, alice.id(), ana.id(), Optional.of(end))))
        .isEqualTo("[OTHERS_TOO]");
  }

  @Test
  void namesTheDepositorsThatACertifierMandatesNow() {
    OrganisationView certifier = desk.certifier("CCCCCCCC", "C-1");
    AccountView carl = desk.member("Carl", "Blanc", certifier, "BP-ADMIN");
    Caller caller = desk.caller(carl, certifier.id());
    assertThat(desk.in(() -> desk.members().depositors(caller, certifier.id()))).isEmpty();
    LocalDate today = LocalDate.of(2026, 11, 22);
    desk.in(
        () ->
            desk.organisations
                .mandates()
                .add(OPERATOR, certifier.matricule(), alice.matricule(), today, Optional.empty()));
    assertThat(desk.in(() -> desk.members().depositors(caller, certifier.id())))
        .extracting(OrganisationView::id)
        .containsExactly(alice.id());
    assertThat(desk.in(() -> desk.members().manages(caller, alice.id()))).isFalse();
    assertThat(desk.in(() -> desk.members().manages(caller, certifier.id()))).isTrue();
    assertThat(desk.in(() -> desk.members().depositors(admin, alice.id()))).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    assertThat(
            does(() -> desk.members().changeProfiles(admin, alice.id(), lea.id(), Set.of("DEPOT"))))
        .isEqualTo("[LAST_ADMINISTRATOR]");
    assertThat(does(() -> desk.members().delete(admin, alice.id(), lea.id())))
        .isEqualTo("[LAST_ADMINISTRATOR]");
    assertThat(does(() -> desk.care().disable(admin, alice.id(), lea.id()))).isEqualTo("[ONESELF]");
    AccountView ana = desk.member("Ana", "Petit", alice, "BP-ADMIN");
    assertThat(does(() -> desk.members().delete(admin, alice.id(), lea.id()))).isEqualTo("done");
    assertThat(desk.in(() -> desk.memberships.administrators(alice.id())))
        .containsExactly(ana.id());
  }

  @Test
  void oneAdministratorStaysAlsoWhenAllGoAtOnce() throws Exception {
    List<AccountView> all = new ArrayList<>(List.of(lea));
    for (int i = 0; i < 3; i++) {
      all.add(desk.member("Ana", "Petit", alice, "BP-ADMIN"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    List<Future<String>> said = new ArrayList<>();
    for (AccountView each : all) {
      said.add(
          threads.submit(() -> does(() -> desk.members().delete(OPERATOR, alice.id(), each.id()))));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<String> each : said) {
      outcomes.add(each.get(60, TimeUnit.SECONDS));
    }
    threads.shutdown();
    assertThat(outcomes).containsOnlyOnce("[LAST_ADMINISTRATOR]");
    assertThat(desk.in(() -> desk.memberships.administrators(alice.id()))).hasSize(1);
  }

  @Test
  void whoeverBelongsToOthersTooIsAskedAndOnlyLeaves() {
    AccountView ana = desk.member("Ana", "Petit", alice, "DEPOT");
    desk.in(
        () -> {
          desk.memberships.add(
              Membership.grant(
                  new UUID(9, 9), ana.id(), bob.id(), Set.of("DEPOT"), false, clock.instant()));
          return true;
        });
    PersonName name = new PersonName("Anna", "Petit");
    assertThat(
            does(() -> desk.members().edit(admin, alice.id(), ana.id(), name, "anna@example.org")))
        .isEqualTo("proposed");
    assertThat(desk.mails.last().to()).isEqualTo("ana.petit@example.org");
    String token = desk.mails.token();
    assertThat(
            desk.in(() -> desk.own().lookAtLink(VISITOR, MailPurpose.MEMBER_CHANGE, token))
                .orElseThrow()
                .email())
        .isEqualTo("anna@example.org");
    assertThat(desk.in(() -> desk.accounts.find(ana.id())).orElseThrow().name().given())
        .isEqualTo("Ana");
    desk.in(() -> desk.own().confirm(VISITOR, MailPurpose.MEMBER_CHANGE, token));
    assertThat(desk.in(() -> desk.accounts.find(ana.id())).orElseThrow().name().given())
        .isEqualTo("Anna");
    assertThat(does(() -> desk.care().disable(admin, alice.id(), ana.id())))
        .isEqualTo("[OTHERS_TOO]");
    assertThat(does(() -> desk.care().resetSecondFactor(admin, alice.id(), ana.id())))
        .isEqualTo("[OTHERS_TOO]");
    assertThat(does(() -> desk.members().delete(admin, alice.id(), ana.id()))).isEqualTo("left");
    assertThat(desk.in(() -> desk.accounts.find(ana.id())).orElseThrow().state())
        .isEqualTo(AccountState.ACTIVE);
  }

  @Test
  void disablesEnablesDeletesRestoresAndRenews() {
    AccountView ana = desk.member("Ana", "Petit", alice, "DEPOT");
    assertThat(does(() -> desk.care().enable(admin, alice.id(), ana.id()))).isEqualTo("[STATE]");
    assertThat(does(() -> desk.care().disable(admin, alice.id(), ana.id()))).isEqualTo("done");
    assertThat(does(() -> desk.members().delete(admin, alice.id(), ana.id()))).isEqualTo("done");
    assertThat(does(() -> desk.members().delete(admin, alice.id(), ana.id()))).isEqualTo("[STATE]");
    assertThat(does(() -> desk.care().restore(admin, alice.id(), ana.id()))).isEqualTo("done");
    assertThat(desk.in(() -> desk.accounts.find(ana.id())).orElseThrow().state())
        .isEqualTo(AccountState.DISABLED);
    assertThat(does(() -> desk.care().enable(admin, alice.id(), ana.id()))).isEqualTo("done");
    assertThat(
            does(
                () ->
                    desk.care().expire(admin, alice.id(), ana.id(), Optional.of(clock.instant()))))
        .isEqualTo("[EXPIRES_ALREADY]");
    assertThat(
            does(
                () ->
                    desk.care()
                        .expire(
                            admin,
                            alice.id(),
                            ana.id(),
                            Optional.of(clock.instant().plus(Duration.ofMinutes(5))))))
        .isEqualTo("done");
    clock.advance(Duration.ofMinutes(6));
    assertThat(desk.in(() -> desk.members().find(admin, alice.id(), ana.id())).account().expired())
        .isTrue();
    assertThat(does(() -> desk.care().renew(admin, alice.id(), ana.id(), Optional.empty())))
        .isEqualTo("done");
    assertThat(desk.in(ana).person().login()).isEqualTo("ana.petit");
    assertThat(desk.mails.sent())
        .contains("account.deleted ana.petit@example.org", "account.renewed ana.petit@example.org");
    assertThat(desk.in(() -> desk.accounts.steps(ana.id())))
        .extracting(step -> step.state())
        .containsExactly(
            AccountState.PENDING,
            AccountState.DISABLED,
            AccountState.DELETED,
            AccountState.DISABLED,
            AccountState.ACTIVE);
  }

  @Test
  void whoBecomesAnAdministratorSignsInAnewWithASecondFactor() {
    AccountView ana = desk.member("Ana", "Petit", alice, "DEPOT");
    String token = desk.in(ana).session();
    desk.in(
        () ->
            desk.members()
                .changeProfiles(admin, alice.id(), ana.id(), Set.of("DEPOT", "BP-ADMIN")));
    assertThat(desk.in(() -> desk.sessions().resume(VISITOR, token))).isEmpty();
    assertThat(desk.in(ana).recoveryCodes()).hasSize(10);
    assertThat(desk.audit.actions()).contains("MEMBERSHIP_CHANGED");
  }

  @Test
  void disconnectingAServiceSuspendsItsProfiles() {
    AccountView ana = desk.member("Ana", "Petit", alice, "DEPOT");
    Caller caller = desk.caller(ana, alice.id());
    assertThat(desk.in(() -> desk.catalogue().connect(OPERATOR, alice.id(), "DEPOTS", false)))
        .isTrue();
    assertThat(desk.in(() -> desk.catalogue().connect(OPERATOR, alice.id(), "DEPOTS", false)))
        .isFalse();
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, alice.id())).isFalse();
    assertThat(
            does(() -> desk.members().changeProfiles(admin, alice.id(), ana.id(), Set.of("DEPOT"))))
        .isEqualTo("[PROFILE_NOT_CONNECTED]");
    desk.in(() -> desk.catalogue().connect(OPERATOR, alice.id(), "DEPOTS", true));
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, alice.id())).isTrue();
  }

  @Test
  void tellsThePersonWhatItsProfilesBecame() {
    AccountView ana = desk.member("Ana", "Petit", alice, "DEPOT");
    Set<String> wanted = Set.of("DEPOT", "ACCUSES");
    desk.in(() -> desk.members().changeProfiles(admin, alice.id(), ana.id(), wanted));
    assertThat(desk.mails.last().template()).isEqualTo("account.profilesChanged");
    assertThat(desk.mails.last().to()).isEqualTo(ana.email());
    assertThat(desk.mails.last().arguments())
        .containsEntry("before", "Dépose des fichiers")
        .containsEntry("after", "Dépose des fichiers, Lit les accusés");
    int mails = desk.mails.sent().size();
    desk.in(() -> desk.members().changeProfiles(admin, alice.id(), ana.id(), wanted));
    assertThat(desk.mails.sent()).as("nothing changed").hasSize(mails);
  }
}
