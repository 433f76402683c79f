package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.SomePerson;
import org.guichet.roster.control.SlipCodes;
import org.guichet.roster.control.SlipLimits;
import org.guichet.roster.control.keeping.Imports;
import org.guichet.roster.control.keeping.LeavingPeople;
import org.guichet.roster.control.keeping.LoginsInUse;
import org.guichet.roster.control.keeping.PeopleList;
import org.guichet.roster.control.keeping.PersonCards;
import org.guichet.roster.control.keeping.SlipBook;
import org.guichet.roster.entity.PersonAccess;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.SlipOutcome;
import org.guichet.roster.entity.SlipPlan;
import org.guichet.roster.entity.SlipTarget;
import org.guichet.roster.entity.SlipWish;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SlipsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Caller VISITOR = Caller.visitor("192.0.2.7");

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private final SlipDesk slips = new SlipDesk();
  private final SlipEntrance entrance = new SlipEntrance();
  private final RosterPeople people = new RosterPeople();
  private final MyRecord record = new MyRecord();
  private final PeopleSweep sweep = new PeopleSweep();
  private final List<String> printed = new ArrayList<>();
  private AccountDesk desk;
  private OrganisationView view;
  private OrganisationId school = new OrganisationId(new UUID(1, 1));
  private Caller admin = Caller.system("not yet");

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    view = desk.organisation("AAAAAAAA");
    school = view.id();
    admin = desk.caller(desk.member("Léa", "Martin", view, "IMPORT"), school);
    SlipCodes codes =
        new SlipCodes(new Secrets(new byte[32], new SecureRandom()), new SecureRandom()) {
          @Override
          public String next() {
            String code = super.next();
            printed.add(code);
            return code;
          }
        };
    slips.permissions = desk.permissions;
    slips.book = new SlipBook(DATABASE.entityManager());
    slips.codes = codes;
    slips.accounts = desk.slips();
    slips.trail = desk.audit.trail();
    slips.settings = TestSettings.in(data);
    slips.clock = clock;
    entrance.accounts = desk.slips();
    entrance.book = slips.book;
    entrance.codes = codes;
    entrance.limits = new SlipLimits(clock);
    entrance.trail = desk.audit.trail();
    entrance.settings = slips.settings;
    entrance.clock = clock;
    people.permissions = desk.permissions;
    people.list = new PeopleList(DATABASE.entityManager());
    people.cards = new PersonCards(DATABASE.entityManager());
    people.trail = desk.audit.trail();
    people.settings = slips.settings;
    people.clock = clock;
    record.permissions = desk.permissions;
    record.cards = people.cards;
    record.directory = desk.organisations.directory();
    record.trail = desk.audit.trail();
    record.settings = slips.settings;
    record.clock = clock;
    sweep.permissions = desk.permissions;
    sweep.leaving = new LeavingPeople(DATABASE.entityManager());
    sweep.accounts = desk.slips();
    sweep.ledger = new ImportLedger();
    sweep.ledger.imports = new Imports(DATABASE.entityManager());
    sweep.trail = desk.audit.trail();
    sweep.settings = slips.settings;
    sweep.clock = clock;
  }

  private static <T> T within(Supplier<T> work) {
    return DATABASE.inTransaction(work::get);
  }

  private SlipTarget ce1() {
    return SlipTarget.schoolClass(within(() -> SomePerson.schoolClass(DATABASE, school, "CE1")));
  }

  private byte[] print(SlipTarget target) {
    return within(() -> slips.print(admin, school, target, Locale.FRENCH));
  }

  private SlipPlan look(SlipTarget target) {
    return within(() -> slips.look(admin, school, target));
  }

  private SlipOutcome enter(String login, String code) {
    return enter(login, code, AccountDesk.PASSWORD, "");
  }

  private SlipOutcome enter(String login, String code, String password, String email) {
    SlipWish wish = new SlipWish(login, code, password, email, Locale.FRENCH);
    return within(() -> entrance.enter(VISITOR, wish));
  }

  private PersonCard card(UUID id) {
    return within(() -> people.find(admin, school, id));
  }

  private UUID noa() {
    return SomePerson.pupil("Noa", "Fictif", "2015-09-01")
        .in("CE1")
        .login("noa.fictif")
        .add(DATABASE, school);
  }

  @Test
  void printsASlipForEverybodyOfAClassWhoHasNoAccountYet() {
    noa();
    SomePerson.of(Profile.TEACHER, "Ada", "Maître").in("CE1").add(DATABASE, school);
    SomePerson.pupil("Bob", "Fictif", "2015-09-01").in("CE2").add(DATABASE, school);
    SomePerson.pupil("Eva", "Fictif", "2015-09-01")
        .in("CE1")
        .leaving("2026-01-31")
        .add(DATABASE, school);
    assertThat(look(ce1())).isEqualTo(new SlipPlan("CE1", 2, 0, false));

    byte[] pdf = print(ce1());
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(printed).hasSize(2);
    assertThat(look(ce1()))
        .as("who prints again kills these")
        .isEqualTo(new SlipPlan("CE1", 2, 2, false));
  }

  @Test
  void comesInByLoginAndCodeAndHasTheOwnRecordAndNothingElse() {
    UUID noa = noa();
    print(SlipTarget.person(noa));
    assertThat(card(noa).access()).isEqualTo(PersonAccess.SLIP);
    String typed =
        " "
            + printed.get(0).substring(0, 4).toLowerCase(Locale.ROOT)
            + " - "
            + printed.get(0).substring(4);

    assertThat(enter("Noa.Fictif ", typed)).isEqualTo(new SlipOutcome.Entered("noa.fictif"));
    assertThat(card(noa).access()).isEqualTo(PersonAccess.ACCOUNT);
    assertThat(look(ce1()).people()).as("no slip for who is in").isZero();
    Caller caller = desk.caller("noa.fictif");
    assertThat(within(() -> record.isThere(caller))).isTrue();
    assertThat(within(() -> record.list(caller))).extracting(PersonCard::id).containsExactly(noa);
    assertThat(within(() -> record.json(caller)))
        .contains("\"organisation\":\"" + view.name() + "\"", "\"CE1\"", "2015-09-01");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> within(() -> people.find(caller, school, noa)));
    assertThat(desk.mails.sent()).as("there is no address").noneMatch(mail -> mail.endsWith(" "));
  }

  /** Pupils often have no address: nothing can be mailed to who forgot the password. */
  @Test
  void aNewSlipGivesANewPasswordToWhoHasNoAddress() {
    UUID noa = noa();
    print(SlipTarget.person(noa));
    enter("noa.fictif", printed.get(0));
    Optional<AccountId> before = card(noa).account();
    assertThat(enter("noa.fictif", printed.get(0)))
        .as("used")
        .isEqualTo(new SlipOutcome.NotRecognised());
    assertThat(look(SlipTarget.person(noa))).isEqualTo(new SlipPlan("Fictif Noa", 1, 0, true));
    assertThat(look(ce1()).people()).as("with the class nobody who is in").isZero();

    print(SlipTarget.person(noa));
    assertThat(look(SlipTarget.person(noa)).again()).isEqualTo(1);
    assertThat(enter("noa.fictif", printed.get(1), "trois ponts sur la rivière", ""))
        .isEqualTo(new SlipOutcome.Entered("noa.fictif"));

    assertThat(desk.signsIn("noa.fictif", AccountDesk.PASSWORD)).isFalse();
    assertThat(desk.signsIn("noa.fictif", "trois ponts sur la rivière")).isTrue();
    assertThat(card(noa).access()).isEqualTo(PersonAccess.ACCOUNT);
    assertThat(card(noa).account()).isEqualTo(before);
  }

  /** Else whoever prints slips could come by them. */
  @Test
  void noSlipGivesANewPasswordToWhoHasAnAddressOrAnyRight() {
    UUID noa = noa();
    UUID bob =
        SomePerson.pupil("Bob", "Fictif", "2015-09-01").login("bob.fictif").add(DATABASE, school);
    print(SlipTarget.person(noa));
    print(SlipTarget.person(bob));
    enter("noa.fictif", printed.get(0), AccountDesk.PASSWORD, "noa@example.org");
    enter("bob.fictif", printed.get(1));
    print(SlipTarget.person(bob));
    desk.join("bob.fictif", view, "DEPOT");

    assertThat(look(SlipTarget.person(noa)).people()).isZero();
    assertThat(look(SlipTarget.person(bob)).people()).isZero();
    assertThat(enter("bob.fictif", printed.get(2), "trois ponts sur la rivière", ""))
        .as("printed before the right was given")
        .isEqualTo(new SlipOutcome.NotRecognised());
  }

  @Test
  void makesCodesForAReportAsForSlips() {
    UUID noa = noa();
    UUID bob =
        SomePerson.pupil("Bob", "Fictif", "2015-09-01").login("bob.fictif").add(DATABASE, school);
    UUID gone =
        SomePerson.pupil("Eva", "Fictif", "2015-09-01").leaving("2026-01-31").add(DATABASE, school);
    print(SlipTarget.person(noa));

    Map<UUID, String> codes =
        within(
            () ->
                slips.codes(
                    admin, school, new UUID(6, 6), List.of(noa, bob, gone, new UUID(9, 9))));

    assertThat(codes).containsOnlyKeys(noa, bob);
    assertThat(enter("noa.fictif", printed.get(0)))
        .as("the slip is dead")
        .isEqualTo(new SlipOutcome.NotRecognised());
    assertThat(enter("bob.fictif", codes.getOrDefault(bob, "")))
        .isEqualTo(new SlipOutcome.Entered("bob.fictif"));
    assertThat(within(() -> slips.codes(admin, school, new UUID(6, 6), List.of(noa, bob))))
        .as("nobody who is in")
        .containsOnlyKeys(noa);
    assertThat(within(() -> slips.codes(admin, school, new UUID(6, 6), List.of()))).isEmpty();
  }

  @Test
  void aCodeWorksOnceForItsLoginAloneUntilTheNextOneIsPrinted() {
    UUID noa = noa();
    UUID bob =
        SomePerson.pupil("Bob", "Fictif", "2015-09-01").login("bob.fictif").add(DATABASE, school);
    print(SlipTarget.person(noa));
    print(SlipTarget.person(bob));
    print(SlipTarget.person(noa));
    SlipOutcome not = new SlipOutcome.NotRecognised();
    assertThat(enter("noa.fictif", printed.get(0))).as("printed again since").isEqualTo(not);
    assertThat(enter("noa.fictif", printed.get(1))).as("somebody else's").isEqualTo(not);
    assertThat(enter("nobody.here", printed.get(2))).isEqualTo(not);
    assertThat(enter("noa.fictif", printed.get(2)))
        .isEqualTo(new SlipOutcome.Entered("noa.fictif"));
    assertThat(enter("noa.fictif", printed.get(2))).as("used").isEqualTo(not);
    clock.advance(SlipDesk.LIFE);
    assertThat(enter("bob.fictif", printed.get(1))).as("over").isEqualTo(not);
  }

  @Test
  void whoGuessesIsStoppedAndLearnsNothing() {
    UUID noa = noa();
    print(SlipTarget.person(noa));
    for (int i = 0; i < SlipLimits.AT_ONCE; i++) {
      assertThat(enter("noa.fictif", "ABCDEFGH")).isEqualTo(new SlipOutcome.NotRecognised());
    }
    assertThat(enter("noa.fictif", printed.get(0))).isEqualTo(new SlipOutcome.NotRecognised());
    clock.advance(Duration.ofHours(1));
    assertThat(enter("noa.fictif", printed.get(0))).isInstanceOf(SlipOutcome.Entered.class);
  }

  @Test
  void aBadPasswordOrAddressIsToldBeforeTheSlipIsLookedAt() {
    UUID noa = noa();
    print(SlipTarget.person(noa));
    assertThat(enter("noa.fictif", "wrong", "court", "pas une adresse"))
        .isInstanceOfSatisfying(
            SlipOutcome.Refused.class,
            refused ->
                assertThat(refused.mistakes())
                    .extracting(AccountMistake::field)
                    .containsExactly("email", "password"));
    assertThat(enter("noa.fictif", printed.get(0))).isInstanceOf(SlipOutcome.Entered.class);
  }

  @Test
  void aLoginThatAPersonHasIsGivenToNobodyWhoRegisters() {
    noa();
    RosterLogins logins = new RosterLogins();
    logins.logins = new LoginsInUse(DATABASE.entityManager());
    desk.reserved.add(logins);
    AccountView other = desk.member("Noa", "Fictif", view, "DEPOT");
    assertThat(other.login()).isEqualTo("noa.fictif2");
  }

  @Test
  void erasesWhoLeftAfterTheLastDayAndTheAccountThatWasThereForThatAlone() {
    UUID noa =
        SomePerson.pupil("Noa", "Fictif", "2015-09-01")
            .login("noa.fictif")
            .with(RosterField.EMAIL, "noa@example.org")
            .leaving("2026-02-10")
            .add(DATABASE, school);
    print(SlipTarget.person(noa));
    enter("noa.fictif", printed.get(0));
    Caller caller = desk.caller("noa.fictif");
    assertThat(within(() -> record.list(caller))).as("to the last day").hasSize(1);
    Caller timer = Caller.system("people timer");
    clock.advance(Duration.ofDays(9));
    assertThat(within(() -> sweep.erase(timer))).as("the last day itself").isZero();

    clock.advance(Duration.ofDays(1));
    assertThat(within(() -> sweep.erase(timer))).isEqualTo(1);
    assertThat(within(() -> sweep.erase(timer))).isZero();
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> card(noa));
    assertThat(desk.mails.sent()).contains("account.deleted noa@example.org");
  }

  @Test
  void slipsAreForWhoMayManagePeopleOfTheOrganisation() {
    UUID noa = noa();
    Caller depositor = desk.caller(desk.member("Omar", "Roy", view, "DEPOT"), school);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                within(
                    () -> slips.print(depositor, school, SlipTarget.person(noa), Locale.FRENCH)));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> print(SlipTarget.person(new UUID(9, 9))));
  }
}
